import { type Places, placesFrom } from '@xieshang/kernel'
import type { Table } from '../table/table.ts'
import { placeRow } from './entities.ts'

/** How long a renamed place may still be called by its old name. */
const keptMs = 10 * 60_000

/**
 * The places of a table, which a deployment writes. They are read when somebody first asks, by one query, and kept for ten
 * minutes: a request, a page or a message costs no read of its own. Of a table without any nothing is kept.
 */
export function openPlaces(table: Table, now: () => number = Date.now) {
  let kept: { readonly places: Places; readonly until: number } | undefined
  let reading: Promise<Places> | undefined

  async function read(): Promise<Places> {
    const rows = await table.queryAll(placeRow.partition({}))
    const places = placesFrom(rows.flatMap((row) => placeRow.read(row).places))
    kept = places.all.length === 0 ? undefined : { places, until: now() + keptMs }
    return places
  }

  return {
    /** Who asks while they are being read waits for the same query. */
    async known(): Promise<Places> {
      if (kept !== undefined && now() < kept.until) return kept.places
      reading ??= read().finally(() => {
        reading = undefined
      })
      return reading
    },
  }
}
