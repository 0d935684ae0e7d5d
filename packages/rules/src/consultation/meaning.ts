import type { PlaceCode } from '@xieshang/kernel'
import type { EventData, EventOf, EventType } from './event.ts'
import type { Consultation } from './state.ts'

/** What must be kept beside an event and at once with it: lists that somebody else reads, and what it is about. */
export type Kept =
  /** P3b, P11a: the answer, with what it answers. */
  | ({ readonly kind: 'answer' } & EventData['OpinionAnswered'])
  /** P6a: a round on the clock's list, or off it. */
  | { readonly kind: 'due' | 'notDue'; readonly round: number; readonly closesAt: string }
  /** P6a: a round on the list of those to count. */
  | { readonly kind: 'toCount'; readonly round: number }
  /** P9f: an opposing opinion that was said. */
  | ({ readonly kind: 'dissent' } & EventData['DissentRecorded'])
  /** P9f: how one was explained. */
  | ({ readonly kind: 'explanation' } & EventData['DissentExplained'])
  /** F2: a council, for the reports of its places. */
  | ({ readonly kind: 'council'; readonly session: number } & Pick<Consultation, 'division' | 'villages'>)
  /** G11: the first publication, for the open data of its county. */
  | { readonly kind: 'firstPublication'; readonly tenant: PlaceCode }

/** What is made page by page for the seats of the list. */
export type Paged =
  | { readonly kind: 'pages'; readonly act: 'seats' }
  | { readonly kind: 'pages'; readonly act: 'ballots'; readonly round: number }

/** What follows from an event once it is committed; each may be repeated. */
export type Consequence =
  | Paged
  /** P6a: a round is counted. */
  | { readonly kind: 'count'; readonly round: number }
  /** F2: what its villages owe is worked out anew. */
  | { readonly kind: 'placeDuties' }

/** What an event of one type leads to beside the state, and beside who is told of it. */
export type Meaning<T extends EventType> = {
  keeps?(event: EventOf<T>, before: Consultation): readonly Kept[]
  follows?(event: EventOf<T>): readonly Consequence[]
}
