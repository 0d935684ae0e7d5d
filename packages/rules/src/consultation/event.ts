import type { Actor } from '@xieshang/kernel'
import type { ItemAspects } from '../deliberation/state.ts'
import type { FollowUpEventData } from '../followUp/events.ts'
import type { Notice, Posting, Telling } from '../notice/state.ts'
import type { Parameters } from '../parameters/parameters.ts'
import type { Composition } from '../participants/composition.ts'
import type { SeatSet } from '../participants/seatSet.ts'
import type { ListBasis } from '../participants/state.ts'
import type { Filing, Publication } from '../record/state.ts'
import type { Form, Secrecy, SessionKind, VotingMethod } from '../taxonomy/procedure.ts'
import type { ProcedureStep, Topic } from '../topic/state.ts'
import type { PaperBallot } from '../voting/choice.ts'
import type { Count, PapersEntry, SeatRecord, Tally } from '../voting/state.ts'
import type { Refusal } from './refusal.ts'
import type { Exception, Stamp } from './stamp.ts'

type Unstamped<T> = Omit<T, keyof Stamp>

/** The data of every event type. An event once written is readable for ever; a change of shape is a new version. */
export type EventData = {
  TopicProposed: {
    tenant: string
    division: string
    topic: Topic
    parameters: Parameters
    villages?: readonly string[]
  }
  ProcedureSet: { steps: readonly ProcedureStep[] }
  TopicReturned: { reason: string }
  TopicResubmitted: { topic: Topic }
  TopicRegistered: { party: string; committee: string }
  ParticipantsFixed: {
    basis: ListBasis
    listed: number
    nonVoting: SeatSet
    residents: number
    composition: Composition
    pages: readonly string[]
  }
  NoticeIssued: Unstamped<Notice>
  TellingRecorded: Unstamped<Telling>
  PostingRecorded: Unstamped<Posting>
  /** P3b, and P11a where what was answered is feedback. */
  OpinionAnswered: { opinion: string; text: string; feedback?: true }
  FormsChosen: { forms: readonly Form[] }
  ItemAdded: { item: number; title: string; aspects: ItemAspects }
  ItemRevised: { item: number; revision: number; title: string; aspects: ItemAspects }
  SessionOpened: { session: number; kind: SessionKind; place: string; host: string; recorder: string }
  AttendanceTaken: { session: number; present: SeatSet }
  DiscussionRecorded: { session: number; item: number; text: string }
  SessionClosed: { session: number }
  RoundOpened: {
    round: number
    method: VotingMethod
    secrecy: Secrecy
    items: readonly number[]
    session?: number
    closesAt?: string
    paper?: SeatSet
    untold: SeatSet
    /** The public key that the ballots of a secret round online are sealed to, base64url. */
    seal?: string | undefined
  }
  HandsEntered: { round: number; counts: readonly Count[] }
  HandsConfirmed: { round: number }
  PapersEntered: { round: number } & PapersEntry
  PapersConfirmed: { round: number }
  RoundClosing: { round: number }
  RoundClosed: {
    round: number
    tally: Tally
    /** SHA-256 of the pages, of 200 seats each, that say what each seat was; the store writes them before. */
    pages: readonly string[]
    /** P9f: how many words came with votes against; each is an item of its own. */
    dissents: number
    /** What version 1 held in the event itself. */
    kept?: Omit<ClosedRound, 'round'>
  }
  RecordFiled: Unstamped<Filing>
  OutcomePublished: Unstamped<Publication>
} & FollowUpEventData

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

/** What a round leaves behind beside its event, since it grows with the list: what each seat was, and the words. */
export type ClosedRound = {
  readonly round: number
  readonly seats: readonly SeatRecord[]
  /** P9f: the words that came with votes against; whose they are only where the round was named. */
  readonly dissents: readonly { readonly item: number; readonly words: string; readonly seat?: number }[]
}

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
/** A round is closed, after other events where there are any. */
export const acceptClosed = (tally: Tally, closed: ClosedRound, ...before: NewEvent[]): Decision => {
  const data = { round: closed.round, tally, pages: [], dissents: closed.dissents.length }
  return { kind: 'accepted', events: [...before, { type: 'RoundClosed', data }], closed }
}
export const refuse = (refusal: Refusal): Decision => ({ kind: 'refused', refusal })
