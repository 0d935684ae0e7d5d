import type { Channel, Consultation, EventData, ListedSeat, SeatFact } from '@xieshang/rules'
import { type Item, notExists, type Table } from '../table/table.ts'
import { eachOf } from './each.ts'
import { keys } from './keys.ts'
import type { Person } from './people.ts'
import { linkHash, newLinkToken, type Secrets } from './secrets.ts'

/** A seat with what is known of it. Only its own person, the sender and the officers write to it. */
export type Seat = ListedSeat & {
  /** Masked. */
  readonly phone?: string
  readonly told?: { readonly channel: Channel; readonly at: string }
  readonly sms?: 'sent' | 'failed'
  readonly reply?: 'coming' | 'notComing'
  readonly opinions: number
  /** How many pieces of feedback it left (P11a). */
  readonly feedback: number
  readonly votedIn: readonly number[]
}

export type Link = { readonly consultation: string; readonly seat: number }

const dayMs = 86_400_000
const seatSk = /^SEAT#(\d{4})$/
const ballotSk = /^SEAT#(\d{4})#ROUND#(\d{3})$/

const seatOf = (item: Item, votedIn: readonly number[]): Seat => ({
  ...(JSON.parse(String(item.listed)) as ListedSeat),
  ...(item.phone !== undefined && { phone: String(item.phone) }),
  ...(item.told !== undefined && { told: item.told as { channel: Channel; at: string } }),
  ...(item.sms !== undefined && { sms: item.sms as 'sent' | 'failed' }),
  ...(item.reply !== undefined && { reply: item.reply as 'coming' | 'notComing' }),
  opinions: Number(item.opinions ?? 0),
  feedback: Number(item.feedback ?? 0),
  votedIn,
})

/** Seats from the items of a partition, each with the rounds it voted in. */
export function seatsFrom(items: readonly Item[]): Seat[] {
  const voted = new Map<number, number[]>()
  for (const item of items) {
    const [, seat, round] = ballotSk.exec(item.SK) ?? []
    if (seat === undefined || item.status !== 'cast') continue
    voted.set(Number(seat), [...(voted.get(Number(seat)) ?? []), Number(round)])
  }
  return items.flatMap((item) => {
    const [, seat] = seatSk.exec(item.SK) ?? []
    return seat === undefined ? [] : [seatOf(item, voted.get(Number(seat)) ?? [])]
  })
}

/** A seat is told by what stands on it, or by what an officer recorded (S2). A seat that was never made is untold. */
export function toldSeats(state: Consultation, seats: readonly Seat[]): SeatFact[] {
  const told = new Set([
    ...state.tellings.flatMap((telling) => telling.seats),
    ...seats.flatMap((seat) => (seat.told === undefined ? [] : [seat.seat])),
  ])
  return Array.from({ length: state.list?.listed ?? 0 }, (_, index) => ({ seat: index + 1, told: told.has(index + 1) }))
}

export function openSeats(table: Table) {
  return {
    async list(consultation: string): Promise<Seat[]> {
      return seatsFrom(await table.queryAll(keys.case(consultation), { prefix: 'SEAT#' }))
    },

    async get(consultation: string, seat: number): Promise<Seat | undefined> {
      const item = await table.get(keys.seat(consultation, seat))
      return item === undefined ? undefined : seatOf(item, [])
    },

    /**
     * Makes the seats of a fixed list with a personal link each. The event is the truth: this may be repeated and
     * be cut off at any point, and completes what is missing.
     */
    async materialise(
      secrets: Secrets,
      consultation: string,
      list: EventData['ParticipantsFixed'],
      people: ReadonlyMap<string, Person>,
      until: { readonly now: string; readonly linkDays: number },
    ): Promise<void> {
      const there = new Set((await this.list(consultation)).map((seat) => seat.seat))
      const expiresAt = Math.floor((Date.parse(until.now) + until.linkDays * dayMs) / 1000)
      await eachOf(
        list.seats.filter(({ seat }) => !there.has(seat)),
        async (listed) => {
          const token = newLinkToken()
          const link: Link = { consultation, seat: listed.seat }
          const phone = people.get(listed.person)?.phone
          await table.put({ ...keys.link(linkHash(token)), ...link, expiresAt })
          const key = keys.seat(consultation, listed.seat)
          await table.put(
            {
              ...key,
              listed: JSON.stringify(listed),
              link: await secrets.seal(token, `${key.PK}|${key.SK}`),
              linkHash: linkHash(token),
              opinions: 0,
              ...(phone !== undefined && { phone }),
            },
            notExists,
          )
        },
      )
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

    /** S2: the first confirmed telling stays. */
    async markTold(consultation: string, seat: number, channel: Channel, at: string): Promise<void> {
      await table.update(
        keys.seat(consultation, seat),
        { set: { told: { channel, at } } },
        {
          expression: 'attribute_exists(#PK) AND attribute_not_exists(#told)',
        },
      )
    },

    async reply(consultation: string, seat: number, reply: 'coming' | 'notComing', at: string): Promise<void> {
      await table.update(
        keys.seat(consultation, seat),
        { set: { reply, repliedAt: at } },
        {
          expression: 'attribute_exists(#PK)',
        },
      )
    },
  }
}
