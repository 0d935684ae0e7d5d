import type { PlaceCode } from '@xieshang/kernel'
import type { Consultation } from '@xieshang/rules'
import type { Item } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'

/** A notice or an outcome that the screens of a place show; `event` is the number of the event that announced it. */
export type ScreenLine = {
  readonly consultation: string
  readonly kind: 'notice' | 'outcome'
  readonly event: number
  readonly until: string
}

const daySeconds = 86_400

function lineFrom(item: Item): ScreenLine {
  const { consultation, kind, event, until } = entities.screenLine.read(item)
  return { consultation, kind, event, until }
}

/** What the electronic screens of each place show (P3a, P8). */
export function openScreens(table: Table) {
  return {
    /** Puts a line on the screens of a consultation's place, and of each village of several (P9e). May be repeated. */
    async show(line: ScreenLine, { division, villages = [] }: Pick<Consultation, 'division' | 'villages'>) {
      // Reading leaves out what is over; the day lets clocks differ before the line is gone for good.
      const expiresAt = Math.floor(Date.parse(line.until) / 1000) + daySeconds
      await table.putMany(
        [...new Set([division, ...villages])].map((place) => entities.screenLine.item({ place, ...line, expiresAt })),
      )
    },

    /** What the screens of a place show at a moment, what ends first before the rest: one query. */
    async lines(division: PlaceCode, now: string): Promise<ScreenLine[]> {
      // `$` follows `#`: what ends at this very moment is over.
      const { items } = await table.query(entities.screenLine.partition({ place: division }), {
        after: `${now}$`,
        eventually: true,
      })
      return items.map(lineFrom)
    },
  }
}
