import type { Actor, Consultation, Round } from '@xieshang/rules'
import { advance, type CountyStore, type Seals, toldSeats } from '@xieshang/store'
import { withPages } from './keepClosed.ts'
import { type Cast, openReading, pagesIn, type ReadStore } from './reading.ts'

export type Counted = 'counted' | 'nothingToCount'

const triesWhenOvertaken = 60

type CountingDependencies = { readonly store: ReadStore & Pick<CountyStore, 'consultations'>; readonly seals: Seals }

/**
 * P6a–c: counts rounds whose closing began. Each run may be cut off anywhere and is repeated from its start, beside another
 * run, too: shutting again finds what is shut, the pages are written anew, and only the commit counts. Key and ballots of a secret round are destroyed when the count is committed.
 */
export function openCounting({ store, seals }: CountingDependencies) {
  const { consultations, ballots, closings } = store
  const read = openReading({ store, seals })

  /**
   * Counts what was read on the state as it is now. Acts on something else may overtake it again and again, so that it
   * reads and writes little: the head, and what the round leaves only where that is not kept yet.
   */
  async function count(consultation: string, number: number, found: Cast, now: string) {
    // Whoever finds the round counted decides nothing.
    const { decide } = await import('@xieshang/rules/deciding')
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
    for (const page of pagesIn(state)) await ballots.destroyPage(state, round, page)
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
