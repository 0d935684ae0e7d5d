import type { Item } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'

/** What the person of a seat did by the personal link. It lies apart from the seat, where only residents' requests write. */
export type SeatFacts = {
  /** When the notice was first read: the strongest confirmation of being told there is (S2). */
  readonly openedAt?: string
  readonly reply?: 'coming' | 'notComing'
  readonly opinions: number
  /** How many pieces of feedback it left (P11a). */
  readonly feedback: number
}

const factsSk = /^SEAT#(\d{4})$/

const factsOf = (item: Item): SeatFacts => ({
  ...(item.openedAt !== undefined && { openedAt: String(item.openedAt) }),
  ...(item.reply !== undefined && { reply: item.reply as 'coming' | 'notComing' }),
  opinions: Number(item.opinions ?? 0),
  feedback: Number(item.feedback ?? 0),
})

/** Facts by the number of their seat; a seat that did nothing yet has none. */
export const factsFrom = (items: readonly Item[]): Map<number, SeatFacts> =>
  new Map(
    items.flatMap((item) => {
      const [, seat] = factsSk.exec(item.SK) ?? []
      return seat === undefined ? [] : [[Number(seat), factsOf(item)] as const]
    }),
  )

export function openSeatFacts(table: Table) {
  return {
    /** S2: the first reading stays. */
    async opened(consultation: string, seat: number, at: string): Promise<void> {
      await table.update(keys.seatFacts(consultation, seat), { init: { openedAt: at } })
    },

    async reply(consultation: string, seat: number, reply: 'coming' | 'notComing', at: string): Promise<void> {
      await table.update(keys.seatFacts(consultation, seat), { set: { reply, repliedAt: at } })
    },
  }
}
