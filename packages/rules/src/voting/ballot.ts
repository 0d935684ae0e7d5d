import * as z from 'zod'
import { roundNumber } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { inSet } from '../participants/seatSet.ts'
import { votesIn } from './count.ts'
import { choiceSchema } from './paperFields.ts'
import { shapeFrom, shapeSchema } from './shape.ts'

export const castBallotSchema = z.strictObject({
  round: roundNumber,
  /** The ballot's shape as the page was given it. */
  shape: shapeSchema,
  /** One choice for each item of the round. */
  choices: z.array(choiceSchema).min(1).max(100),
})

export type CastBallot = z.infer<typeof castBallotSchema>

/** P6a: what is wrong with a ballot by itself: it names every item of its shape once. */
export function choicesProblem({ choices, shape }: Pick<CastBallot, 'choices' | 'shape'>): Refusal | undefined {
  const items = choices.map((c) => c.item).sort((a, b) => a - b)
  const wanted = shapeFrom(shape).items
  return items.join() === wanted.join()
    ? undefined
    : ruleRefusal('P6a', 'choicesIncomplete', { field: 'choices', params: { items: wanted } })
}

/**
 * P6a: why there is no ballot that a seat could cast in a round now. The store asks only when it found none, or one that
 * is no longer open; its condition on the ballot item has the last word, so that a ballot is counted exactly when it was
 * acknowledged.
 * @param now instant in UTC
 */
export function noBallotProblem(
  state: Consultation,
  seat: number,
  command: Pick<CastBallot, 'round'>,
  now: string,
): Refusal | undefined {
  const round = state.rounds.find((r) => r.round === command.round)
  if (round === undefined) return ruleRefusal('P6a', 'roundUnknown', { field: 'round' })
  if (round.method !== 'online') return ruleRefusal('P6a', 'notOnline', { field: 'round' })
  if (round.status !== 'open' || (round.closesAt !== undefined && now >= round.closesAt))
    return stateRefusal('P6a', 'roundClosed')
  if (round.paper !== undefined && inSet(round.paper, seat)) return ruleRefusal('P6a', 'seatVotesOnPaper')
  if (state.list === undefined || !votesIn(state.list, seat)) return ruleRefusal('P6c', 'seatDoesNotVote')
  return undefined
}
