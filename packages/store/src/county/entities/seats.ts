import { type Channel, type ListedSeat, type SeatSet, smsOutcomes, smsProblems } from '@xieshang/rules'
import { json, map, number, oneOf, optional, packed, text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/** Of the feedback that was left on a day: how many pieces, how many are answered, and the day of the last answer. */
export type FeedbackOfDay = { readonly left: number; readonly answered: number; readonly last?: string }

/** What the 200 seats of a page say, counted; kept beside them, so that nobody reads a list to learn of one seat. */
export type PageCounts = {
  readonly told: SeatSet
  readonly lastTold?: string | undefined
  /** Seats that no SMS can reach, and those of which nothing says that it will yet: somebody goes to the door. */
  readonly noPhone: SeatSet
  readonly smsFailed: SeatSet
  readonly replies: number
  readonly opinions: number
  /** By seat and day (P11a). */
  readonly feedback: { readonly [seat: string]: { readonly [day: string]: FeedbackOfDay } }
}

/**
 * The hashed text of 200 seats of a list, each with a commitment to its person. A page is named by its hash too, so
 * that two lists of one moment lie apart.
 * @by officer
 * @reads nobody but a proof of the list
 */
export const seatPage = entity({
  key: ['CASE#{consultation}', 'SEATS#{number:4}#{hash}'],
  attributes: { page: text },
})

/**
 * What the seats of a page are made of, until they are.
 * @personal sealed under the county’s key
 * @by officer
 * @reads the step that makes the seats: one
 * @reads the page of the list: the keys of all, to say how many are to come
 * @expires 30 days after it was written
 */
export const listRows = entity({
  key: ['CASE#{consultation}', 'ROWS#{page:4}#{hash}'],
  attributes: { sealed: text, expiresAt: number },
})

const reply = /* @__PURE__ */ oneOf(['coming', 'notComing'])

/**
 * A seat of a list, its link, and what became of its SMS. What its person did lies apart; seats from before that keep it
 * here.
 * @personal name and reason; the number masked; the link sealed under the county’s key
 * @by officer, system
 * @reads the page of the list: those of a page of it
 * @reads the sender, the holder of a link: one
 * @stream its page is counted anew
 */
export const seat = entity({
  key: ['CASE#{consultation}', 'SEAT#{seat:4}'],
  attributes: {
    listed: json<ListedSeat>(),
    salt: text,
    link: text,
    linkHash: text,
    linkEnds: number,
    phone: optional(text),
    told: optional(map<{ readonly channel: Channel; readonly at: string }>()),
    sms: optional(oneOf(smsOutcomes)),
    smsAt: optional(text),
    smsEvent: optional(number),
    smsProblem: optional(oneOf(smsProblems)),
    reply: optional(reply),
    opinions: optional(number),
    feedback: optional(number),
  },
  stream: {
    change: (fields) => ({ kind: 'touched', ...fields }),
  },
})

/**
 * What the person of a seat did by the link.
 * @by resident
 * @reads whoever reads the seat: with it, in one query or one look
 * @stream its page is counted anew
 */
export const seatFacts = entity({
  key: ['FACTS#{consultation}', 'SEAT#{seat:4}'],
  attributes: {
    openedAt: optional(text),
    reply: optional(reply),
    repliedAt: optional(text),
    opinions: optional(number),
    feedback: optional(number),
  },
  stream: {
    change: (fields) => ({ kind: 'touched', ...fields }),
  },
})

/**
 * What the 200 seats of a page say, counted.
 * @by system
 * @reads summaries and duties: all of a consultation
 */
export const seatCounts = entity({
  key: ['CASE#{consultation}', 'COUNTS#{page:4}'],
  attributes: { version: number, counts: packed<PageCounts>() },
})

/**
 * Which seat a personal link opens, by the hash of its token.
 * @by officer, system
 * @reads the holder of the link: one
 * @expires when the link does, as the parameters say
 */
export const link = entity({
  key: ['LINK#{hash}', 'LINK'],
  attributes: { consultation: text, seat: number, expiresAt: number },
})
