import type { Stamp } from '../consultation/stamp.ts'
import type { ParticipantCategory, ParticipantClass } from '../taxonomy/participants.ts'
import type { Composition } from './composition.ts'
import type { SeatSet } from './seatSet.ts'

export type ListedSeat = {
  readonly seat: number
  readonly person: string
  readonly name: string
  readonly category: ParticipantCategory
  readonly class: ParticipantClass
  readonly votes: boolean
  /** Why somebody from outside the place is on the list (P2a). */
  readonly outsiderReason?: string
}

/** The four factors of P2a on which the list rests. */
export type ListBasis = {
  readonly nature: string
  readonly interests: string
  readonly complexity: string
  readonly scope: string
}

export type List = Stamp & {
  readonly basis: ListBasis
  readonly listed: number
  /** Seats that attend without a vote; every other seat votes. */
  readonly nonVoting: SeatSet
  readonly residents: number
  readonly composition: Composition
  /** Hashes of the pages of 200 seats, from the first; none where the list is from before there were pages. */
  readonly pages: readonly string[]
}

export type ParticipantsState = { readonly list?: List }
