import type { Actor } from '@xieshang/kernel'
import type { ArchiveEvents } from '../archive/events.ts'
import type { AssemblyEvents } from '../assembly/events.ts'
import type { CorrectionEvents } from '../correction/events.ts'
import type { DeliberationEvents } from '../deliberation/events.ts'
import type { DissentsEvents } from '../dissents/events.ts'
import type { FilingEvents } from '../filing/events.ts'
import type { MajorEvents } from '../major/events.ts'
import type { NoticeEvents } from '../notice/events.ts'
import type { ParticipantsEvents } from '../participants/events.ts'
import type { PublicationEvents } from '../publication/events.ts'
import type { ReportsEvents } from '../reports/events.ts'
import type { SessionEvents } from '../session/events.ts'
import type { SupervisionEvents } from '../supervision/events.ts'
import type { TasksEvents } from '../tasks/events.ts'
import type { TopicEvents } from '../topic/events.ts'
import type { VotingEvents } from '../voting/events.ts'
import type { ClosedRound, PaperBallot } from '../voting/state.ts'
import type { Refusal } from './refusal.ts'
import type { Exception, Stamp } from './stamp.ts'

/** The data of every event type. An event once written is readable for ever; a change of shape is a new version. */
export type EventData = TopicEvents &
  ParticipantsEvents &
  NoticeEvents &
  DeliberationEvents &
  SessionEvents &
  VotingEvents &
  FilingEvents &
  PublicationEvents &
  AssemblyEvents &
  MajorEvents &
  TasksEvents &
  ReportsEvents &
  DissentsEvents &
  SupervisionEvents &
  CorrectionEvents &
  ArchiveEvents

export type EventType = keyof EventData

type NewEventOf<T extends EventType> = {
  readonly type: T
  readonly data: EventData[T]
  /** Exceptions that this event rests on; they stand in the record. */
  readonly exceptions?: readonly Omit<Exception, keyof Stamp>[]
}

/** What a decision yields, before the store numbers it. */
export type NewEvent = { [T in EventType]: NewEventOf<T> }[EventType]

/** An event of one type as it is kept: numbered from 1 without a gap within its consultation. */
export type EventOf<T extends EventType> = NewEventOf<T> & {
  readonly consultation: string
  readonly number: number
  /** Version of the shape of `data` for this type. */
  readonly v: number
  readonly at: string
  readonly by: Actor
  /** E4: what its chain comes to with it; absent where it was written before there were chains. */
  readonly hash?: string
}

export type ConsultationEvent = { [T in EventType]: EventOf<T> }[EventType]

/** An accepted command's events, or why it was refused. */
export type Decision =
  | {
      readonly kind: 'accepted'
      readonly events: readonly NewEvent[]
      /** Kept in pages and items before the events are; `RoundClosed` then names the pages. */
      readonly closed?: ClosedRound
      /** The same for `PapersEntered`. */
      readonly papers?: readonly PaperBallot[]
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export const accept = (...events: NewEvent[]): Decision => ({ kind: 'accepted', events })
export const refuse = (refusal: Refusal): Decision => ({ kind: 'refused', refusal })
