import type { Decision, NewEvent } from '../consultation/event.ts'
import type { ClosedRound, Tally } from './state.ts'

/** A round is closed, after other events where there are any. */
export const acceptClosed = (tally: Tally, closed: ClosedRound, ...before: NewEvent[]): Decision => {
  const data = { round: closed.round, tally, pages: [], dissents: closed.dissents.length }
  return { kind: 'accepted', events: [...before, { type: 'RoundClosed', data }], closed }
}
