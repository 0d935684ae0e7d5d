import type { Stamp } from '../consultation/stamp.ts'
import type { SeatSet } from '../participants/seatSet.ts'
import type { Channel } from '../taxonomy/procedure.ts'

export type Material = { readonly title: string; readonly text: string }

export type Meeting = { readonly at: string; readonly place: string }

export type Notice = Stamp & {
  readonly notice: number
  readonly text: string
  readonly materials: readonly Material[]
  readonly meeting: Meeting
  readonly opinionsUntil: string
  readonly channels: readonly Channel[]
}

/** Seats told in person or by a board, as an officer recorded it (P3a, S2). */
export type Telling = Stamp & {
  readonly seats: SeatSet
  readonly channel: Channel
  readonly toldAt: string
  readonly teller: string
  readonly note: string
  readonly photo?: string
}

/** A notice or an outcome put up on a channel, by somebody or by the system, or that the system could not (P3a, P8). */
export type Posting = Stamp & {
  readonly of: 'notice' | 'outcome'
  /** Which notice or publication, from 1. */
  readonly number: number
  readonly channel: Channel
  readonly postedAt: string
  readonly poster: string
  readonly place: string
  readonly note: string
  readonly photo?: string
  readonly failed?: true
}

export type NoticeState = {
  readonly notices: readonly Notice[]
  readonly tellings: readonly Telling[]
  readonly postings: readonly Posting[]
  /** How many opinions were answered; each answer stands on its opinion. */
  readonly opinionsAnswered: number
  /** P11a: how many pieces of feedback were. */
  readonly feedbackAnswered: number
  /** When the last opinion was answered; absent while none was. */
  readonly lastOpinionAnswer?: string
}

export const noNotices: NoticeState = {
  notices: [],
  tellings: [],
  postings: [],
  opinionsAnswered: 0,
  feedbackAnswered: 0,
}
