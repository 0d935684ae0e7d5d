import { levelOf, type PlaceCode } from '@xieshang/kernel'
import { type Figures, type IndicatorId, noFigures } from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import { placesBelow } from './dashboard.ts'
import { figuresFrom, indicatorIds, same } from './figures.ts'
import { counterKey } from './places.ts'
import { recount } from './summaries.ts'

/** A counter that does not hold what the summaries add up to. */
export type Difference = {
  readonly division: PlaceCode
  readonly indicator: IndicatorId
  readonly kept: number
  readonly counted: number
}

const mostRounds = 6

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Every counter of a county, and of the townships that its summaries name even where the township's own is gone. */
async function countersOf(
  table: Table,
  county: PlaceCode,
  named: readonly PlaceCode[],
): Promise<Map<PlaceCode, Figures>> {
  const counters = new Map([[county, figuresFrom(await table.get(counterKey(county)))]])
  const townships = await placesBelow(table, county)
  for (const { division, figures } of townships) counters.set(division, figures)
  const codes = [...townships.map(({ division }) => division), ...named.filter((code) => levelOf(code) === 'township')]
  for (const township of new Set(codes))
    for (const { division, figures } of await placesBelow(table, township)) counters.set(division, figures)
  return counters
}

type Counters = ReadonlyMap<PlaceCode, Figures>

/** What one place's counter is off by; undefined when it changed while the summaries were counted. */
function differencesOf(division: PlaceCode, before: Counters, counted: Counters, after: Counters) {
  const [was, should, is] = [before, counted, after].map((figures) => figures.get(division) ?? noFigures)
  if (was === undefined || should === undefined || is === undefined || !same(was, is)) return undefined
  return indicatorIds.flatMap((indicator): Difference[] =>
    is[indicator] === should[indicator]
      ? []
      : [{ division, indicator, kept: is[indicator], counted: should[indicator] }],
  )
}

async function reconcileCounty(table: Table, county: PlaceCode): Promise<Difference[]> {
  const settled = new Map<PlaceCode, Difference[]>()
  let named: PlaceCode[] = []
  for (let round = 1; round <= mostRounds; round++) {
    if (round > 1) await pause(20 * 2 ** round)
    const before = await countersOf(table, county, named)
    const counted = await recount(table, county)
    named = [...counted.keys()]
    const after = await countersOf(table, county, named)
    const places = new Set([...before.keys(), ...named, ...after.keys()])
    for (const division of [...places].filter((place) => !settled.has(place))) {
      const differences = differencesOf(division, before, counted, after)
      if (differences !== undefined) settled.set(division, differences)
    }
    if ([...places].every((place) => settled.has(place))) return [...settled.values()].flat()
  }
  throw new Error(`The figures of ${county} keep changing, count at a quieter time`)
}

/**
 * Recounts every figure of the counties from their summaries and says where the counters differ: nowhere. Summaries may
 * come in meanwhile; a place that changed while it was counted is counted again.
 */
export async function reconcile(table: Table, counties: readonly PlaceCode[]): Promise<Difference[]> {
  const found: Difference[] = []
  for (const county of counties) found.push(...(await reconcileCounty(table, county)))
  return found
}

/**
 * Mends counters by what they are off. One that changed since it was found different is left as it is.
 * @returns the differences that were left; reconcile again
 */
export async function repair(table: Table, differences: readonly Difference[]): Promise<Difference[]> {
  const left: Difference[] = []
  for (const difference of differences) {
    const { division, indicator, kept, counted } = difference
    const unchanged = `#${indicator} = :kept`
    const mended = await table.update(
      counterKey(division),
      { add: { [indicator]: counted - kept } },
      { expression: kept === 0 ? `attribute_not_exists(#${indicator}) OR ${unchanged}` : unchanged, values: { kept } },
    )
    if (!mended) left.push(difference)
  }
  return left
}
