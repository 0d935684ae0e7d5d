import * as z from 'zod'
import { roundNumber } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { inSet } from '../participants/seatSet.ts'
import { choiceSchema } from './papers.ts'

export const castBallotSchema = z.strictObject({
  round: roundNumber,
  /** One choice for each item of the round. */
  choices: z.array(choiceSchema).min(1).max(100),
})

export type CastBallot = z.infer<typeof castBallotSchema>

/**
 * P6a: why a seat may not cast this ballot now, or undefined. The store's condition on the ballot seat has the last word,
 * so that a ballot is counted exactly when it was acknowledged.
 * @param now instant in UTC
 */
export function ballotProblem(
  state: Consultation,
  seat: number,
  command: CastBallot,
  now: string,
): Refusal | undefined {
  const round = state.rounds.find((r) => r.round === command.round)
  if (round === undefined) return ruleRefusal('P6a', 'roundUnknown', { field: 'round' })
  if (round.method !== 'online') return ruleRefusal('P6a', 'notOnline', { field: 'round' })
  if (round.status !== 'open' || (round.closesAt !== undefined && now >= round.closesAt))
    return stateRefusal('P6a', 'roundClosed')
  if (round.paper !== undefined && inSet(round.paper, seat)) return ruleRefusal('P6a', 'seatVotesOnPaper')
  if (state.list === undefined || inSet(state.list.nonVoting, seat)) return ruleRefusal('P6c', 'seatDoesNotVote')
  const items = command.choices.map((c) => c.item).sort((a, b) => a - b)
  if (items.join() !== round.items.join())
    return ruleRefusal('P6a', 'choicesIncomplete', { field: 'choices', params: { items: round.items.join('、') } })
  return undefined
}
