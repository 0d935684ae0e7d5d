import type { Evolvers } from '../consultation/evolver.ts'
import { noSeats } from '../participants/seatSet.ts'
import type { SessionEvents } from './events.ts'
import type { Session, SessionState } from './state.ts'

const changeSession = ({ sessions }: SessionState, number: number, change: Partial<Session>): Session[] =>
  sessions.map((session) => (session.session === number ? { ...session, ...change } : session))

export const sessionEvolvers: Evolvers<SessionEvents> = {
  SessionOpened: (state, data, stamp) => ({
    step: state.step === 'voting' ? 'voting' : 'deliberating',
    sessions: [...state.sessions, { ...stamp, ...data, present: noSeats, attendanceTaken: false }],
  }),
  AttendanceTaken: (state, data) => ({
    sessions: changeSession(state, data.session, { present: data.present, attendanceTaken: true }),
  }),
  SessionClosed: (state, data, stamp) => ({ sessions: changeSession(state, data.session, { closedAt: stamp.at }) }),
}
