import type { Item } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'

/** What the person of a seat did by the personal link. It lies apart from the seat, where only residents' requests write. */
export type SeatFacts = {
  /** When the notice was first read: the strongest confirmation of being told there is (S2). */
  readonly openedAt?: string
  readonly reply?: 'coming' | 'notComing'
  readonly opinions: number
  /** How many pieces of feedback it left (P11a). */
  readonly feedback: number
}

/** Facts by the number of their seat; a seat that did nothing yet has none. */
export const factsFrom = (items: readonly Item[]): Map<number, SeatFacts> =>
  new Map(
    items
      .map(entities.seatFacts.read)
      .map(({ seat, openedAt, reply, opinions = 0, feedback = 0 }) => [seat, { openedAt, reply, opinions, feedback }]),
  )

export function openSeatFacts(table: Table) {
  return {
    /** S2: the first reading stays. */
    async opened(consultation: string, seat: number, at: string): Promise<void> {
      await table.update(entities.seatFacts.key({ consultation, seat }), { init: { openedAt: at } })
    },

    async reply(consultation: string, seat: number, reply: 'coming' | 'notComing', at: string): Promise<void> {
      await table.update(entities.seatFacts.key({ consultation, seat }), { set: { reply, repliedAt: at } })
    },
  }
}
