import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import type { Values } from '../fields/index.ts'
import { acceptClosed } from './closed.ts'
import { countBallots, dissentsIn, papersOf, presentIn, seatRecords, staysUnopened, unopenedOf } from './count.ts'
import type { closeRoundFields } from './roundFields.ts'
import { tallyOf } from './tally.ts'

const roundOf = (state: Consultation, round: number) => state.rounds.find((r) => r.round === round)

/** P6a: an online round is closed; what was cast until then counts. The counting follows (`countRound`). */
export function closeRound(state: Consultation, command: Values<typeof closeRoundFields>): Decision {
  const round = roundOf(state, command.round)
  if (round === undefined) return refuse(ruleRefusal('P6a', 'roundUnknown', { field: 'round' }))
  // An earlier closing was cut off before the count: nothing new is recorded, the counting goes on.
  if (round.status === 'closing') return accept()
  if (round.status !== 'open') return refuse(stateRefusal('P6a', 'roundClosed'))
  if (round.method !== 'online') return refuse(ruleRefusal('P6a', 'handsNeedTwo', { field: 'round' }))
  if (round.paper !== undefined && round.confirmedBy === undefined) return refuse(stateRefusal('P6a', 'papersMissing'))
  return accept({ type: 'RoundClosing', data: command })
}

/** P6a–c: every ballot seat is final by now; the ballots are counted. Only the system may give this command. */
export function countRound(state: Consultation, command: Values<typeof closeRoundFields>, context: Context): Decision {
  const round = roundOf(state, command.round)
  const { list } = state
  if (round === undefined || list === undefined) return refuse(ruleRefusal('P6a', 'roundUnknown', { field: 'round' }))
  if (round.status !== 'closing') return refuse(stateRefusal('P6a', 'roundClosed'))
  if (context.seats === undefined || context.ballotSeats === undefined || context.ballots === undefined)
    throw new Error('countRound needs the seats and the ballots')
  const all = { ballotSeats: context.ballotSeats, ballots: context.ballots, papers: papersOf(round, context.papers) }
  const unopened = staysUnopened(round, all)
  const cast = unopened ? unopenedOf(all) : all
  const seats = seatRecords(list, context.seats, presentIn(state, round), cast)
  const tally = tallyOf(state.parameters, seats, countBallots(round.items, cast), unopened)
  return acceptClosed(tally, { round: round.round, seats, dissents: dissentsIn(cast) })
}
