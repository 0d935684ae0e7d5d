import { type Figures, noFigures, type Summary } from '@xieshang/rules'
import { notExists, type Table, type Write } from '../table/table.ts'
import { changed, figuresIn, minus, plus, summaryFrom } from './figures.ts'
import { keys, placesOf } from './keys.ts'

const mostTries = 12

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** What a summary changes in the counters: of its places, and of those it stood for before. */
function additions(summary: Summary, before: Summary | undefined): Write[] {
  const sums = new Map<string, Figures>()
  for (const place of placesOf(summary.division)) sums.set(place, figuresIn(summary))
  for (const place of before === undefined ? [] : placesOf(before.division))
    sums.set(place, minus(sums.get(place) ?? noFigures, figuresIn(before)))
  return [...sums].flatMap(([place, figures]): Write[] => {
    const add = changed(figures)
    return Object.keys(add).length === 0 ? [] : [{ update: { ...keys.counter(place), add } }]
  })
}

/**
 * Takes a summary in: the consultation's row and the counters of its places, by the difference, or nothing. A duplicate,
 * a late or a replayed summary changes nothing.
 * @returns whether anything changed
 */
export async function applySummary(table: Table, summary: Summary): Promise<boolean> {
  const key = keys.summary(summary.tenant, summary.consultation)
  for (let tries = 1; ; tries++) {
    const kept = await table.get(key)
    const before = kept === undefined ? undefined : summaryFrom(kept)
    if (before !== undefined && before.version >= summary.version) return false
    const outcome = await table.transact([
      {
        put: {
          ...key,
          version: summary.version,
          card: JSON.stringify(summary),
          GSI1PK: keys.byPlace,
          GSI1SK: keys.inPlace(summary.division, summary.consultation),
        },
        condition:
          before === undefined ? notExists : { expression: '#version = :before', values: { before: before.version } },
      },
      ...additions(summary, before),
    ])
    if (outcome.done) return true
    if (tries >= mostTries) throw new Error(`The summary of ${summary.consultation} keeps changing`)
    await pause(10 * tries * Math.random())
  }
}

/** What each place should count after the summaries of its county. */
export async function recount(table: Table, county: string): Promise<Map<string, Figures>> {
  const sums = new Map<string, Figures>()
  let cursor: string | undefined
  do {
    const page: Awaited<ReturnType<Table['query']>> = await table.query(keys.cases(county), {
      ...(cursor !== undefined && { cursor }),
    })
    for (const summary of page.items.map(summaryFrom))
      for (const place of placesOf(summary.division))
        sums.set(place, plus(sums.get(place) ?? noFigures, figuresIn(summary)))
    cursor = page.cursor
  } while (cursor !== undefined)
  return sums
}

/** What the city last heard of a consultation. */
export async function summaryOf(table: Table, county: string, consultation: string): Promise<Summary | undefined> {
  const item = await table.get(keys.summary(county, consultation))
  return item === undefined ? undefined : summaryFrom(item)
}
