import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { mostSeats, seatNumber, sessionNumber, words } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { isFiled } from '../followUp/guards.ts'
import { seatSet } from '../participants/seatSet.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { sessionKinds } from '../taxonomy/procedure.ts'
import type { Session } from './state.ts'

export const openSessionSchema = z.strictObject({
  kind: z.enum(keysOf(sessionKinds)),
  place: words(80),
  host: words(40),
  recorder: words(40),
})
/** Seats that are present, the whole list at once: a later taking replaces an earlier one. */
export const takeAttendanceSchema = z.strictObject({
  session: sessionNumber,
  present: z.array(seatNumber).max(mostSeats),
})
export const closeSessionSchema = z.strictObject({ session: sessionNumber })

/** The session that is sitting, if one is. */
export const openSessionOf = (state: Consultation): Session | undefined =>
  state.sessions.find((s) => s.closedAt === undefined)

/** P4, P5: a sitting begins; people must have been given notice of it before (P3b). */
export function openSession(state: Consultation, command: z.infer<typeof openSessionSchema>): Decision {
  if (state.notices.length === 0) return refuse(stateRefusal('P3b', 'noNotice'))
  if (state.forms.length === 0) return refuse(stateRefusal('P4', 'noForm'))
  if (openSessionOf(state) !== undefined) return refuse(stateRefusal('P5a', 'sessionOpen'))
  if (isFiled(state)) return refuse(stateRefusal('P5a', 'alreadyFiled'))
  return accept({ type: 'SessionOpened', data: { session: state.sessions.length + 1, ...command } })
}

/** P6b: who attends, seat by seat. Fixed while a round of the same sitting is under way. */
export function takeAttendance(state: Consultation, command: z.infer<typeof takeAttendanceSchema>): Decision {
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
export function closeSession(state: Consultation, command: z.infer<typeof closeSessionSchema>): Decision {
  const session = state.sessions.find((s) => s.session === command.session)
  if (session === undefined) return refuse(ruleRefusal('P5a', 'sessionUnknown', { field: 'session' }))
  if (session.closedAt !== undefined) return refuse(stateRefusal('P5a', 'sessionClosed'))
  if (state.rounds.some((r) => r.session === command.session && r.status !== 'closed'))
    return refuse(stateRefusal('P6a', 'roundOpen'))
  return accept({ type: 'SessionClosed', data: command })
}
