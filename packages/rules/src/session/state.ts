import type { Stamp } from '../consultation/stamp.ts'
import type { SeatSet } from '../participants/seatSet.ts'
import type { SessionKind } from '../taxonomy/procedure.ts'

export type Session = Stamp & {
  readonly session: number
  readonly kind: SessionKind
  readonly place: string
  readonly host: string
  readonly recorder: string
  readonly present: SeatSet
  readonly attendanceTaken: boolean
  readonly closedAt?: string
}

export type SessionState = { readonly sessions: readonly Session[] }

export const noSessions: SessionState = { sessions: [] }

/** The session that is sitting, if one is. */
export const openSessionOf = ({ sessions }: SessionState): Session | undefined =>
  sessions.find((s) => s.closedAt === undefined)
