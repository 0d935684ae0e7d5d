import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import type { Values } from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'
import { noSeats, seatSet, sizeOf } from '../participants/seatSet.ts'
import type { List } from '../participants/state.ts'
import { openSessionOf } from '../session/state.ts'
import { hasQuorum, quorumOf } from './arithmetic.ts'
import { onlineSeatsOf, votingSeatsOf } from './count.ts'
import type { openRoundFields } from './roundFields.ts'
import { secretProblem } from './secret.ts'

const byNumber = (a: number, b: number) => a - b

type OpenRound = Values<typeof openRoundFields>

/** P6a: the seats that vote on paper: all of them where nothing is cast online, else those that were named. */
function paperOf(list: List, { method, paper = [] }: OpenRound): number[] {
  if (method === 'paper' || method === 'oneToOne') return votingSeatsOf(list)
  return [...paper]
}

/** P6a: what does not go together: a secret with raised hands, an end or single papers with a method that has none. */
function methodProblem(list: List, command: OpenRound, now: string): Refusal | undefined {
  const { method, secrecy, closesAt, paper = [] } = command
  if ((method === 'hands' || method === 'oneToOne') && secrecy === 'secret')
    return ruleRefusal('P6a', 'handsNotSecret', { field: 'secrecy' })
  if (method !== 'online') {
    if (closesAt !== undefined) return ruleRefusal('P6a', 'handsNeedNoEnd', { field: 'closesAt' })
    return paper.length > 0 ? ruleRefusal('P6a', 'paperOnlyOnline', { field: 'paper' }) : undefined
  }
  if (closesAt !== undefined && closesAt <= now) return ruleRefusal('P6a', 'endPast', { field: 'closesAt' })
  const voters = votingSeatsOf(list)
  const wrong = paper.find((seat) => !voters.includes(seat))
  return wrong === undefined
    ? undefined
    : ruleRefusal('P6a', 'seatNotVoting', { field: 'paper', params: { seat: wrong } })
}

/** The list that can vote now, or why there is none, whatever is put to the vote. */
export function votersOf(state: Consultation): List | Refusal {
  const { list } = state
  if (list === undefined || state.notices.length === 0) return stateRefusal('S2', 'noNotice')
  if (state.forms.length === 0) return stateRefusal('P4', 'noForm')
  if (isFiled(state)) return stateRefusal('P6a', 'alreadyFiled')
  return state.rounds.some((r) => r.status !== 'closed') ? stateRefusal('P6a', 'roundOpen') : list
}

/**
 * S2, P6a, P6b: a round opens on items that are still open. Nobody on the list may be untold, else by a recorded reason;
 * for a show of hands two thirds of the list must be present already.
 */
export function openRound(state: Consultation, command: OpenRound, context: Context): Decision {
  const list = votersOf(state)
  if ('code' in list) return refuse(list)
  const items = [...new Set(command.items)].sort(byNumber)
  for (const item of items) {
    const found = state.items.find((i) => i.item === item)
    if (found === undefined) return refuse(ruleRefusal('P6a', 'itemUnknown', { field: 'items', params: { item } }))
    if (found.status !== 'open') return refuse(stateRefusal('P5b', 'itemNotOpen', { field: 'items', params: { item } }))
  }
  if (context.seats === undefined) throw new Error('openRound needs the seats')
  const untold = context.seats.filter((s) => !s.told).map((s) => s.seat)
  if (untold.length > 0 && command.exception === undefined)
    return refuse(ruleRefusal('S2', 'seatsUntold', { field: 'exception', params: { count: untold.length } }))
  const session = openSessionOf(state)
  if (command.method === 'hands') {
    if (session === undefined || !session.attendanceTaken) return refuse(stateRefusal('P6b', 'noAttendance'))
    const { quorum } = state.parameters
    const present = sizeOf(session.present)
    if (!hasQuorum(present, list.listed, quorum))
      return refuse(
        ruleRefusal('P6b', 'noQuorum', {
          params: { present, listed: list.listed, needed: quorumOf(list.listed, quorum) },
        }),
      )
  }
  const problem = methodProblem(list, command, context.now)
  if (problem !== undefined) return refuse(problem)
  if (votingSeatsOf(list).length === 0) return refuse(ruleRefusal('P6c', 'nobodyVotes'))
  const paper = seatSet(paperOf(list, command))
  const online = command.method === 'online' ? onlineSeatsOf(list, { paper }).length : 0
  const secret = command.secrecy === 'secret'
  const revealing = secret ? secretProblem(online, sizeOf(paper)) : undefined
  if (revealing !== undefined) return refuse(revealing)
  if (secret && online > 0 && context.seal === undefined) throw new Error('A secret round online needs its key')
  return accept({
    type: 'RoundOpened',
    data: {
      round: state.rounds.length + 1,
      method: command.method,
      secrecy: command.secrecy,
      items,
      untold: seatSet(untold),
      ...(paper !== noSeats && { paper }),
      ...(secret && online > 0 && { seal: context.seal }),
      ...(session !== undefined && { session: session.session }),
      ...(command.closesAt !== undefined && { closesAt: command.closesAt }),
    },
    exceptions:
      untold.length > 0 && command.exception !== undefined ? [{ clause: 'S2', reason: command.exception }] : [],
  })
}
