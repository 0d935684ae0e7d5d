import { randomInt } from 'node:crypto'
import {
  type Actor,
  type Consultation,
  type CountedBallot,
  decide,
  pagesOf,
  papersOf,
  type Round,
  staysUnopened,
} from '@xieshang/rules'
import {
  advance,
  type CountyStore,
  choicesFrom,
  type FinalBallot,
  openBallot,
  type Seals,
  toldSeats,
} from '@xieshang/store'
import { withPages } from './keepClosed.ts'

export type Counted = 'counted' | 'nothingToCount'

const triesWhenOvertaken = 60

/** In an order that says nothing of where they came from. */
function shuffled<T>(values: readonly T[]): T[] {
  const all = [...values]
  for (let at = all.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const [one, two] = [all[at], all[other]]
    if (one !== undefined && two !== undefined) [all[at], all[other]] = [two, one]
  }
  return all
}

/**
 * P6a–c: counts rounds whose closing began. Each run may be cut off anywhere and is repeated from its start, beside another
 * run, too: shutting again finds what is shut, the pages are written anew, and only the commit counts. The ballots of a secret round are opened
 * here and nowhere else, all at once; key and ballots are destroyed when the count is committed.
 */
export function openCounting({ store, seals }: { readonly store: CountyStore; readonly seals: Seals }) {
  const { consultations, ballots, closings, seats, turnout } = store

  const pages = ({ list }: Consultation) => Array.from({ length: pagesOf(list?.listed ?? 0) }, (_, index) => index + 1)

  async function shut(state: Consultation, round: Round): Promise<FinalBallot[]> {
    const final: FinalBallot[] = []
    for (const page of pages(state)) final.push(...(await ballots.shutPage(state, round, page)))
    return final
  }

  /** P6a: what was sealed, opened and shuffled. */
  async function opened(state: Consultation, round: Round, cast: readonly FinalBallot[]): Promise<CountedBallot[]> {
    if (round.seal === undefined || cast.length === 0) return []
    const key = await seals.open(state.id, round.seal)
    if (key === undefined) throw new Error(`The key of round ${round.round} of ${state.id} is gone before its count`)
    return shuffled(cast).map(({ sealed, hash }) => {
      if (sealed === undefined) throw new Error(`A ballot of round ${round.round} of ${state.id} is not sealed`)
      return { choices: choicesFrom(round.items, openBallot(key, sealed, ballots.boundTo(hash, round.round))) }
    })
  }

  const named = (final: readonly FinalBallot[]): CountedBallot[] =>
    final.flatMap(({ seat, choices }) => (choices === undefined ? [] : [{ seat, choices }]))

  /** What the ballots say, once they are shut: the same however often it is read, whatever else happens meanwhile. */
  async function read(state: Consultation, round: Round) {
    const final = await shut(state, round)
    const voted = final.filter((one) => one.voted)
    const ballotSeats = final.map(({ seat, voted: has }) => ({ seat, voted: has }))
    const onPaper = await closings.papersIn(state.id, round)
    const unopened = staysUnopened(round, { ballotSeats, papers: papersOf(round, onPaper) })
    const found = unopened ? [] : round.secrecy === 'secret' ? await opened(state, round, voted) : named(final)
    if (!unopened && found.length !== voted.length)
      throw new Error(`Round ${round.round} of ${state.id}: ${voted.length} seats voted, ${found.length} ballots found`)
    await turnout.set(
      state.id,
      round.round,
      voted.map(({ seat }) => seat),
    )
    return { ballotSeats, ballots: found, papers: onPaper, seats: await seats.list(state.id) }
  }

  /**
   * Counts what was read on the state as it is now. Acts on something else may overtake it again and again, so that it
   * reads and writes little: the head, and what the round leaves only where that is not kept yet.
   */
  async function count(consultation: string, number: number, found: Awaited<ReturnType<typeof read>>, now: string) {
    let kept: { readonly closed: string; readonly pages: readonly string[] } | undefined
    for (let tries = 1; ; tries++) {
      const state = await consultations.load(consultation)
      if (state?.rounds.find((one) => one.round === number)?.status !== 'closing') return
      // Whatever came before it in the record was not later.
      const at = now > state.updatedAt ? now : state.updatedAt
      const actor: Actor = { sub: 'system', name: '系统', role: 'system', division: state.tenant }
      const decision = decide(
        state,
        { type: 'countRound', body: { round: number } },
        { ...found, now: at, actor, parameters: state.parameters, seats: toldSeats(state, found.seats) },
      )
      if (decision.kind === 'refused') throw new Error(`Counting was refused: ${decision.refusal.code}`)
      if (decision.closed === undefined) throw new Error('A count closes a round')
      const closed = JSON.stringify(decision.closed)
      if (kept?.closed !== closed) kept = { closed, pages: await closings.keep(consultation, decision.closed) }
      const events = withPages(decision.events, kept.pages)
      const outcome = await consultations.commit({ before: state, ...advance(state, consultation, events, actor, at) })
      if (outcome === 'committed') return
      if (tries >= triesWhenOvertaken) throw new Error(`Round ${number} of ${consultation} could not be counted`)
    }
  }

  /** P6a: key first, then the ballots: from the first step on nothing can be opened any more. */
  async function destroy(state: Consultation, round: Round): Promise<void> {
    if (round.seal === undefined) return
    await seals.destroy(state.id, round.seal)
    for (const page of pages(state)) await ballots.destroyPage(state, round, page)
  }

  return {
    /** Counts a round that is closing, and destroys what a counted secret one leaves. May be cut off and repeated. */
    async finish(consultation: string, number: number, now: string): Promise<Counted> {
      const state = await consultations.load(consultation)
      const round = state?.rounds.find((one) => one.round === number)
      if (state === undefined || round === undefined || round.status === 'open') return 'nothingToCount'
      const counts = round.status === 'closing'
      if (counts) {
        const found = await read(state, round).catch(async (error: unknown) => {
          // Another run may have counted it meanwhile, and destroyed what this one was reading.
          const after = await consultations.load(consultation)
          if (after?.rounds.find((one) => one.round === number)?.status !== 'closed') throw error
          return undefined
        })
        if (found !== undefined) await count(consultation, number, found, now)
      }
      await destroy(state, round)
      await consultations.notToCount(consultation, number)
      return counts ? 'counted' : 'nothingToCount'
    },
  }
}
