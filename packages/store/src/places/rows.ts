import { atLevel } from '@xieshang/kernel'
import type { Item } from '../table/items.ts'

/** Where the places of a table lie, so that one query reads them all. */
export const partition = 'PLACES'

/** A row for each township with its villages; county and city have one each. Its sort key is that place's code. */
export const rowsOf = (lines: readonly string[]): Item[] =>
  [...Map.groupBy(lines, (line) => atLevel(line.slice(0, line.indexOf(' ')), 'township'))].map(([SK, places]) => ({
    PK: partition,
    SK,
    places,
  }))

export const linesIn = (row: Item): readonly string[] => row.places as readonly string[]
