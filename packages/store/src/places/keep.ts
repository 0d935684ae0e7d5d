import type { PlaceCode } from '@xieshang/kernel'
import type { Table } from '../table/table.ts'
import { placeRow } from './entities.ts'
import { rowsOf } from './rows.ts'

/**
 * Makes the places of a county in a table those that some lines name, and takes away its townships that are no more. What
 * lies above the county is written and never taken away. May be repeated.
 */
export async function keepPlaces(table: Table, county: PlaceCode, lines: readonly string[]): Promise<void> {
  const rows = rowsOf(lines)
  const wanted = new Set(rows.map(({ SK }) => SK))
  const there = await table.queryAll(placeRow.partition({}), { prefix: county, keysOnly: true })
  await table.putMany(rows)
  for (const row of there) if (!wanted.has(row.SK)) await table.delete(row)
}
