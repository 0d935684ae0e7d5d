import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { SeatSet } from '../participants/seatSet.ts'
import type { SessionKind } from '../taxonomy/procedure.ts'

export type SessionEvents = {
  SessionOpened: { session: number; kind: SessionKind; place: string; host: string; recorder: string }
  AttendanceTaken: { session: number; present: SeatSet }
  SessionClosed: { session: number }
}

export const sessionEvents: Words<SessionEvents> = {
  SessionOpened: happened(['session'], text('开始会议', 'opened a session')),
  AttendanceTaken: happened(['session'], text('登记到会', 'took attendance')),
  SessionClosed: happened(['session'], text('结束会议', 'closed the session')),
}
