import { text } from '@xieshang/kernel'
import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { mostSeats, seatNumber, sessionNumber } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { choice, type Fields, type Ground, known, line, seats, type Values } from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'
import { everySeat, noSeats, seatSet, seatsIn } from '../participants/seatSet.ts'
import { sessionKinds } from '../taxonomy/procedure.ts'
import { openSessionOf } from './state.ts'

export const openSessionFields = {
  kind: { ...choice(text('会议种类', 'Kind of session'), sessionKinds), first: () => 'council' },
  place: { ...line(text('地点', 'Place')), first: ({ state }) => state?.notices.at(-1)?.meeting.place },
  host: line(text('主持人', 'Host'), 40),
  recorder: line(text('记录人', 'Recorder'), 40),
} satisfies Fields
/** Seats that are present, the whole list at once: a later taking replaces an earlier one. */
export const takeAttendanceFields = {
  session: known(sessionNumber),
  present: {
    ...seats(
      text('勾选到会的人', 'Tick who is present'),
      { of: ({ state }: Ground) => everySeat(state?.list?.listed ?? 0), all: text('全部到会', 'Everybody is present') },
      z.array(seatNumber).max(mostSeats),
    ),
    first: ({ state, known: { session } }) =>
      seatsIn(state?.sessions.find((one) => one.session === session)?.present ?? noSeats),
  },
} satisfies Fields
export const closeSessionFields = { session: known(sessionNumber) } satisfies Fields

/** Why no sitting can begin now. */
export function sessionProblem(state: Consultation): Refusal | undefined {
  if (state.notices.length === 0) return stateRefusal('P3b', 'noNotice')
  if (state.forms.length === 0) return stateRefusal('P4', 'noForm')
  if (openSessionOf(state) !== undefined) return stateRefusal('P5a', 'sessionOpen')
  return isFiled(state) ? stateRefusal('P5a', 'alreadyFiled') : undefined
}

/** P4, P5: a sitting begins; people must have been given notice of it before (P3b). */
export function openSession(state: Consultation, command: Values<typeof openSessionFields>): Decision {
  const problem = sessionProblem(state)
  return problem === undefined
    ? accept({ type: 'SessionOpened', data: { session: state.sessions.length + 1, ...command } })
    : refuse(problem)
}

/** P6b: who attends, seat by seat. Fixed while a round of the same sitting is under way. */
export function takeAttendance(state: Consultation, command: Values<typeof takeAttendanceFields>): Decision {
  const session = state.sessions.find((s) => s.session === command.session)
  if (session === undefined) return refuse(ruleRefusal('P6b', 'sessionUnknown', { field: 'session' }))
  if (session.closedAt !== undefined) return refuse(stateRefusal('P6b', 'sessionClosed'))
  if (state.rounds.some((r) => r.session === command.session && r.status !== 'closed'))
    return refuse(stateRefusal('P6b', 'attendanceFixed'))
  const listed = state.list?.listed ?? 0
  const wrong = command.present.find((seat) => seat > listed)
  if (wrong !== undefined)
    return refuse(ruleRefusal('P6b', 'seatUnknown', { field: 'present', params: { seat: wrong } }))
  return accept({
    type: 'AttendanceTaken',
    data: { session: command.session, present: seatSet(command.present) },
  })
}

/** A sitting ends; a round that belongs to it must have ended before. */
export function closeSession(state: Consultation, command: Values<typeof closeSessionFields>): Decision {
  const session = state.sessions.find((s) => s.session === command.session)
  if (session === undefined) return refuse(ruleRefusal('P5a', 'sessionUnknown', { field: 'session' }))
  if (session.closedAt !== undefined) return refuse(stateRefusal('P5a', 'sessionClosed'))
  if (state.rounds.some((r) => r.session === command.session && r.status !== 'closed'))
    return refuse(stateRefusal('P6a', 'roundOpen'))
  return accept({ type: 'SessionClosed', data: command })
}
