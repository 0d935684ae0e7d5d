import { randomInt } from 'node:crypto'
import { type Consultation, type CountedBallot, pagesOf, papersOf, type Round, staysUnopened } from '@xieshang/rules'
import { type CountyStore, choicesFrom, type FinalBallot, openBallot, type Seals } from '@xieshang/store'

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

/** Numbers of the pages of a list. */
export const pagesIn = ({ list }: Consultation): number[] =>
  Array.from({ length: pagesOf(list?.listed ?? 0) }, (_, index) => index + 1)

/** The parts of the store that say what was cast. */
export type ReadStore = Pick<CountyStore, 'ballots' | 'closings' | 'seats' | 'turnout'>

/** Reads what was cast in a round. The ballots of a secret one are opened here and nowhere else, all at once. */
export function openReading({ store, seals }: { readonly store: ReadStore; readonly seals: Seals }) {
  const { ballots, closings, seats, turnout } = store

  async function shut(state: Consultation, round: Round): Promise<FinalBallot[]> {
    const final: FinalBallot[] = []
    for (const page of pagesIn(state)) final.push(...(await ballots.shutPage(state, round, page)))
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
  return async function read(state: Consultation, round: Round) {
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
}

export type Cast = Awaited<ReturnType<ReturnType<typeof openReading>>>
