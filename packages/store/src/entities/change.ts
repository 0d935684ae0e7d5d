import type { PlaceCode } from '@xieshang/kernel'
import type { ConsultationEvent, Owed, SharedEntry, Summary, Unknown } from '@xieshang/rules'

/** One SMS to one seat: what the county topic carries to the sender. No number, no name, no link. */
export type Delivery = {
  readonly consultation: string
  /** Number of the event it tells of. */
  readonly event: number
  readonly seat: number
}

/** What a change of the county table means to the outbox. */
export type Change =
  | { readonly kind: 'event'; readonly consultation: string; readonly event: ConsultationEvent }
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  | { readonly kind: 'summary'; readonly summary: Summary }
  /** The city asked about a consultation that is not there. */
  | { readonly kind: 'unknown'; readonly unknown: Unknown }
  /** An entry that the city may read, as it now stands. */
  | { readonly kind: 'entry'; readonly entry: SharedEntry }
  /** What a consultation or a place owes was worked out anew. */
  | { readonly kind: 'owed'; readonly owed: Owed }
  /** A council, a review or a supervision note of a place was entered, or something was done on it. */
  | { readonly kind: 'placeTouched'; readonly division: PlaceCode }
  /** Something of the consultation changed that its summary may show; of a seat, or of all. */
  | { readonly kind: 'touched'; readonly consultation: string; readonly seat?: number }
  /** A ballot was cast online: only which seat voted, never what. */
  | { readonly kind: 'cast'; readonly consultation: string; readonly round: number; readonly seat: number }
  /** An import of a register has a next step to take. */
  | { readonly kind: 'import'; readonly village: PlaceCode; readonly id: string }
  | { readonly kind: 'nothing' }
