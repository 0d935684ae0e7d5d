import { levelOf, type PlaceCode } from '@xieshang/kernel'
import { type Figures, type IndicatorId, noFigures, type Step } from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import { counter, summary } from './entities.ts'
import { figuresFrom, figuresIn, plus, summaryFrom } from './figures.ts'
import { counterKey } from './places.ts'

/** What one consultation adds to a figure. */
export type Contribution = {
  readonly id: string
  readonly title: string
  readonly division: PlaceCode
  readonly step: Step
  readonly updatedAt: string
  readonly adds: number
}

export type PlaceFigures = { readonly division: PlaceCode; readonly figures: Figures }

export type FigurePage = { readonly total: number; readonly consultations: Contribution[]; readonly cursor?: string }

const pageSize = 100
/** A figure that few consultations make up is looked for this far in one call; the cursor goes on from there. */
const mostReads = 20

/** The places right below one that count anything. */
export async function placesBelow(table: Table, division: PlaceCode): Promise<PlaceFigures[]> {
  const items = await table.queryAll(counter.partition({ above: division }), { prefix: counter.begin({}) })
  return items.map((item) => ({ division: counter.read(item).place, figures: figuresFrom(item) }))
}

const isCity = (division: PlaceCode) => levelOf(division) === 'city'

const sumOf = (places: readonly PlaceFigures[]): Figures =>
  places.reduce((sum, { figures }) => plus(sum, figures), noFigures)

/**
 * Village, township and county have a counter each. The city has none: it would be the one item that every message of
 * nine counties writes, and its sum over nine rows costs the reader nothing that the dashboard does not read anyhow.
 */
export async function figuresOfPlace(table: Table, division: PlaceCode): Promise<Figures> {
  return isCity(division)
    ? sumOf(await placesBelow(table, division))
    : figuresFrom(await table.get(counterKey(division)))
}

/** A place's figures and those of the places right below it: for the city one query, for others one more read. */
export async function dashboard(
  table: Table,
  division: PlaceCode,
): Promise<{ figures: Figures; below: PlaceFigures[] }> {
  const [below, own] = await Promise.all([
    placesBelow(table, division),
    isCity(division) ? undefined : figuresOfPlace(table, division),
  ])
  return { figures: own ?? sumOf(below), below }
}

/** The consultations that make up a figure, in pages of about 100 in the order of the places, and the figure itself. */
export async function figure(
  table: Table,
  division: PlaceCode,
  indicator: IndicatorId,
  from?: string,
): Promise<FigurePage> {
  const consultations: Contribution[] = []
  let cursor = from
  for (let reads = 0; reads < mostReads && consultations.length < pageSize; reads++) {
    const page: Awaited<ReturnType<Table['query']>> = await table.query(summary.index.byPlace.partition({}), {
      index: 'GSI1',
      prefix: division,
      limit: pageSize,
      ...(cursor !== undefined && { cursor }),
    })
    for (const told of page.items.map(summaryFrom)) {
      const { consultation: id, title, division: place, step, updatedAt } = told
      const adds = figuresIn(told)[indicator]
      if (adds !== 0) consultations.push({ id, title, division: place, step, updatedAt, adds })
    }
    cursor = page.cursor
    if (cursor === undefined) break
  }
  const total = (await figuresOfPlace(table, division))[indicator]
  return { total, consultations, ...(cursor !== undefined && { cursor }) }
}
