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
import * as entities from './entities/index.ts'
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

type Told = NonNullable<Seat['told']>
type KeptSeat = ReturnType<typeof entities.seat.read>

/** S2: told by an SMS or at the door, or by reading the notice itself: the earlier of the two. */
function toldBy(own: Told | undefined, openedAt: string | undefined): Told | undefined {
  if (openedAt === undefined || (own !== undefined && own.at <= openedAt)) return own
  return { channel: 'sms', at: openedAt }
}

/** @param facts what its person did; what seats from before facts lay apart keep on themselves still counts */
function seatOf(kept: KeptSeat, facts: SeatFacts | undefined): Seat {
  const { listed, phone, sms, smsAt, smsProblem, opinions = 0, feedback = 0 } = kept
  const told = toldBy(kept.told, facts?.openedAt)
  const reply = facts?.reply ?? kept.reply
  return {
    ...listed,
    ...(phone !== undefined && { phone }),
    ...(told !== undefined && { told }),
    ...(sms !== undefined && { sms }),
    ...(smsAt !== undefined && { smsAt }),
    ...(smsProblem !== undefined && { smsProblem }),
    ...(reply !== undefined && { reply }),
    opinions: opinions + (facts?.opinions ?? 0),
    feedback: feedback + (facts?.feedback ?? 0),
  }
}

/** Seats from the items of a consultation and of its facts. */
export function seatsFrom(items: readonly Item[], facts: readonly Item[]): Seat[] {
  const done = factsFrom(facts)
  return items.map(entities.seat.read).map((kept) => seatOf(kept, done.get(kept.seat)))
}

/** A seat is told by what stands on it, or by what an officer recorded (S2). A seat that was never made is untold. */
export function toldSeats(state: Consultation, seats: readonly Seat[]): SeatFact[] {
  const told = new Set([
    ...state.tellings.flatMap((telling) => seatsIn(telling.seats)),
    ...seats.flatMap((seat) => (seat.told === undefined ? [] : [seat.seat])),
  ])
  return Array.from({ length: state.list?.listed ?? 0 }, (_, index) => ({ seat: index + 1, told: told.has(index + 1) }))
}

/** From the first to the last sort key of some seats; the same among their facts. */
export const seatRange = (first: number, last: number): readonly [string, string] => [
  entities.seat.sort({ seat: first }),
  `${entities.seat.sort({ seat: last })}~`,
]

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

export function openSeats(table: Table) {
  async function between(consultation: string, first: number, last: number): Promise<Seat[]> {
    const [items, facts] = await Promise.all([
      table.queryAll(entities.seat.partition({ consultation }), { between: seatRange(first, last) }),
      table.queryAll(entities.seatFacts.partition({ consultation }), { between: seatRange(first, last) }),
    ])
    return seatsFrom(items, facts)
  }

  async function among(consultation: string, numbers: readonly number[]): Promise<Seat[]> {
    const [items, facts] = await Promise.all([
      table.getMany(numbers.map((seat) => entities.seat.key({ consultation, seat }))),
      table.getMany(numbers.map((seat) => entities.seatFacts.key({ consultation, seat }))),
    ])
    return seatsFrom(items, facts).sort((a, b) => a.seat - b.seat)
  }

  return {
    ...openSeatFacts(table),

    async list(consultation: string): Promise<Seat[]> {
      const [items, facts] = await Promise.all([
        table.queryAll(entities.seat.partition({ consultation }), { prefix: entities.seat.begin({}) }),
        table.queryAll(entities.seatFacts.partition({ consultation }), { prefix: entities.seatFacts.begin({}) }),
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
        table.get(entities.seat.key({ consultation, seat })),
        table.get(entities.seatFacts.key({ consultation, seat })),
      ])
      return item === undefined ? undefined : seatsFrom([item], facts === undefined ? [] : [facts])[0]
    },

    /** The token of a seat's personal link: only the sender asks for it. */
    async linkToken(secrets: Secrets, consultation: string, seat: number): Promise<string | undefined> {
      const key = entities.seat.key({ consultation, seat })
      const item = await table.get(key)
      return item === undefined ? undefined : secrets.open(entities.seat.read(item).link, `${key.PK}|${key.SK}`)
    },

    /** The seat a personal link opens, while it lasts. */
    async byLink(token: string, now: string): Promise<Link | undefined> {
      const item = await table.get(entities.link.key({ hash: linkHash(token) }))
      if (item === undefined) return undefined
      const { consultation, seat, expiresAt } = entities.link.read(item)
      return expiresAt * 1000 <= Date.parse(now) ? undefined : { consultation, seat }
    },
  }
}
