import {
  type Channel,
  type Consultation,
  type ListedSeat,
  type SeatFact,
  type SeatSet,
  type SmsOutcome,
  type SmsProblem,
  seatsIn,
} from '@xieshang/rules'
import { CursorError } from '../table/cursor.ts'
import type { Item } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'
import { factsFrom, openSeatFacts, type SeatFacts } from './seatFacts.ts'
import { linkHash, type Secrets } from './secrets.ts'

/** A seat with what is known of it: what the officers and the sender wrote, and what its own person did. */
export type Seat = ListedSeat & {
  /** Masked. */
  readonly phone?: string
  readonly told?: { readonly channel: Channel; readonly at: string }
  /** What became of the SMS about the latest event that it was told of, since when, and why not. */
  readonly sms?: SmsOutcome
  readonly smsAt?: string
  readonly smsProblem?: SmsProblem
  readonly reply?: 'coming' | 'notComing'
  readonly opinions: number
  /** How many pieces of feedback it left (P11a). */
  readonly feedback: number
}

export type Link = { readonly consultation: string; readonly seat: number }

const seatSk = /^SEAT#(\d{4})$/

type Told = NonNullable<Seat['told']>

/** S2: told by an SMS or at the door, or by reading the notice itself: the earlier of the two. */
function toldBy(own: Told | undefined, openedAt: string | undefined): Told | undefined {
  if (openedAt === undefined || (own !== undefined && own.at <= openedAt)) return own
  return { channel: 'sms', at: openedAt }
}

/** @param facts what its person did; what seats from before facts lay apart keep on themselves still counts */
function seatOf(item: Item, facts: SeatFacts | undefined): Seat {
  const told = toldBy(item.told as Told | undefined, facts?.openedAt)
  const reply = facts?.reply ?? (item.reply as Seat['reply'])
  return {
    ...(JSON.parse(String(item.listed)) as ListedSeat),
    ...(item.phone !== undefined && { phone: String(item.phone) }),
    ...(told !== undefined && { told }),
    ...(item.sms !== undefined && { sms: item.sms as SmsOutcome }),
    ...(item.smsAt !== undefined && { smsAt: String(item.smsAt) }),
    ...(item.smsProblem !== undefined && { smsProblem: item.smsProblem as SmsProblem }),
    ...(reply !== undefined && { reply }),
    opinions: Number(item.opinions ?? 0) + (facts?.opinions ?? 0),
    feedback: Number(item.feedback ?? 0) + (facts?.feedback ?? 0),
  }
}

/** Seats from the items of a consultation and of its facts. */
export function seatsFrom(items: readonly Item[], facts: readonly Item[]): Seat[] {
  const done = factsFrom(facts)
  return items.flatMap((item) => {
    const [, seat] = seatSk.exec(item.SK) ?? []
    return seat === undefined ? [] : [seatOf(item, done.get(Number(seat)))]
  })
}

/** A seat is told by what stands on it, or by what an officer recorded (S2). A seat that was never made is untold. */
export function toldSeats(state: Consultation, seats: readonly Seat[]): SeatFact[] {
  const told = new Set([
    ...state.tellings.flatMap((telling) => seatsIn(telling.seats)),
    ...seats.flatMap((seat) => (seat.told === undefined ? [] : [seat.seat])),
  ])
  return Array.from({ length: state.list?.listed ?? 0 }, (_, index) => ({ seat: index + 1, told: told.has(index + 1) }))
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

export function openSeats(table: Table) {
  async function between(consultation: string, first: number, last: number): Promise<Seat[]> {
    const bounds = { between: keys.seatsFrom(first, last) }
    const [items, facts] = await Promise.all([
      table.queryAll(keys.case(consultation), bounds),
      table.queryAll(keys.facts(consultation), bounds),
    ])
    return seatsFrom(items, facts)
  }

  async function among(consultation: string, numbers: readonly number[]): Promise<Seat[]> {
    const [items, facts] = await Promise.all([
      table.getMany(numbers.map((seat) => keys.seat(consultation, seat))),
      table.getMany(numbers.map((seat) => keys.seatFacts(consultation, seat))),
    ])
    return seatsFrom(items, facts).sort((a, b) => a.seat - b.seat)
  }

  return {
    ...openSeatFacts(table),

    async list(consultation: string): Promise<Seat[]> {
      const [items, facts] = await Promise.all([
        table.queryAll(keys.case(consultation), { prefix: 'SEAT#' }),
        table.queryAll(keys.facts(consultation), { prefix: 'SEAT#' }),
      ])
      return seatsFrom(items, facts)
    },

    /**
     * A page of the seats of a list, or of a set of them, in the order of their numbers; nothing else of it is read.
     * @param page.cursor as the page before gave it
     */
    async page(
      { id, list }: Pick<Consultation, 'id' | 'list'>,
      { limit, cursor = '0', of }: { limit: number; cursor?: string | undefined; of?: SeatSet | undefined },
    ): Promise<{ seats: Seat[]; cursor?: string }> {
      if (!/^\d{0,4}$/.test(cursor)) throw new CursorError('The cursor is not one of ours')
      const listed = list?.listed ?? 0
      const first = Number(cursor) + 1
      const asked = of === undefined ? range(first, listed) : [...new Set(seatsIn(of))].sort((a, b) => a - b)
      const wanted = asked.filter((seat) => seat >= first && seat <= listed)
      const numbers = wanted.slice(0, limit)
      const last = numbers.at(-1)
      if (last === undefined) return { seats: [] }
      const seats = of === undefined ? await between(id, first, last) : await among(id, numbers)
      return { seats, ...(wanted.length > numbers.length && { cursor: String(last) }) }
    },

    async get(consultation: string, seat: number): Promise<Seat | undefined> {
      const [item, facts] = await Promise.all([
        table.get(keys.seat(consultation, seat)),
        table.get(keys.seatFacts(consultation, seat)),
      ])
      return item === undefined ? undefined : seatOf(item, factsFrom(facts === undefined ? [] : [facts]).get(seat))
    },

    /** The token of a seat's personal link: only the sender asks for it. */
    async linkToken(secrets: Secrets, consultation: string, seat: number): Promise<string | undefined> {
      const key = keys.seat(consultation, seat)
      const item = await table.get(key)
      return item === undefined ? undefined : secrets.open(String(item.link), `${key.PK}|${key.SK}`)
    },

    /** The seat a personal link opens, while it lasts. */
    async byLink(token: string, now: string): Promise<Link | undefined> {
      const item = await table.get(keys.link(linkHash(token)))
      if (item === undefined || Number(item.expiresAt) * 1000 <= Date.parse(now)) return undefined
      return { consultation: String(item.consultation), seat: Number(item.seat) }
    },
  }
}
