import { atLevel, placeCodeOf } from '@xieshang/kernel'
import type { Item } from '../table/items.ts'
import { placeRow } from './entities.ts'

/** A row for each township with its villages; county and city have one each. */
export const rowsOf = (lines: readonly string[]): Item[] =>
  [...Map.groupBy(lines, (line) => atLevel(placeCodeOf(line.slice(0, line.indexOf(' '))), 'township'))].map(
    ([place, places]) => placeRow.item({ place, places }),
  )
