import { randomUUID } from 'node:crypto'
import type { PlaceCode } from '@xieshang/kernel'
import { type Ask, type Figures, noFigures, type Summary, type Unknown } from '@xieshang/rules'
import { type Condition, notExists, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { asked, summary as row } from './entities.ts'
import { changed, figuresIn, minus, plus, summaryFrom } from './figures.ts'
import { keepHead } from './heads.ts'
import { counterKey, placesOf } from './places.ts'

/** Asks a county to send the summary of a consultation again. */
export type Asking = (ask: Ask) => Promise<void>

const mostTries = 12

/**
 * Versions come out of order by so many at most, and then the later one is believed at once; one that is further ahead is
 * not, whoever made it up. Either way the county is asked.
 */
const tolerance = 20

/** A question without an answer is put again after this. */
const askAgainMs = 60_000
const askedSeconds = 30 * 86_400

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const places = (summary: Summary | undefined) => (summary === undefined ? [] : placesOf(summary.division))

/** What a summary changes in the counters: of its places, and of those it stood for before. */
function additions(summary: Summary | undefined, before: Summary | undefined): Write[] {
  const sums = new Map<PlaceCode, Figures>()
  for (const place of places(summary)) sums.set(place, figuresIn(summary))
  for (const place of places(before)) sums.set(place, minus(sums.get(place) ?? noFigures, figuresIn(before)))
  return [...sums].flatMap(([place, figures]): Write[] => {
    const add = changed(figures)
    return Object.keys(add).length === 0 ? [] : [{ update: { ...counterKey(place), add } }]
  })
}

const asBefore = (before: Summary | undefined): Condition =>
  before === undefined ? notExists : { expression: '#version = :before', values: { before: before.version } }

type Of = Pick<Summary, 'tenant' | 'consultation'>

/** Whose row it is. */
const of = ({ tenant: county, consultation }: Of) => ({ county, consultation })

/** The row of a consultation as it is to be, with all that it changes in the counters. */
const rowWrites = (summary: Summary, before: Summary | undefined): Write[] => [
  {
    put: {
      ...row.item({ ...of(summary), version: summary.version, card: summary }),
      ...row.index.byPlace.key({ place: summary.division, consultation: summary.consultation }),
    },
    condition: asBefore(before),
  },
  ...additions(summary, before),
]

/** Believed at once: the next version, or one of the few after it. */
const follows = (version: number, before: Summary | undefined) => {
  const gap = version - (before?.version ?? 0)
  return gap >= 1 && gap <= tolerance
}

/** Nothing to ask: the version that comes next, or the one that is known, again. */
const asExpected = (summary: Summary, before: Summary | undefined) =>
  summary.version === (before?.version ?? 0) + 1 ||
  (before !== undefined && summary.version === before.version && JSON.stringify(summary) === JSON.stringify(before))

export function openCitySummaries(table: Table, asking: Asking) {
  const kept = (one: Of): Promise<Summary | undefined> => summaryOf(table, one.tenant, one.consultation)

  /** Tries until nobody else changed the row meanwhile. @returns what the last attempt did */
  async function settled<T>({ consultation }: Of, attempt: () => Promise<T | 'overtaken'>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const outcome = await attempt()
      if (outcome !== 'overtaken') return outcome
      if (tries >= mostTries) throw new Error(`The summary of ${consultation} keeps changing`)
      await pause(10 * tries * Math.random())
    }
  }

  /** Asks the county, unless it is being asked. The question is kept first, so that its answer is known. */
  async function ask({ tenant: county, consultation }: Of, now: string): Promise<void> {
    const question = randomUUID()
    const askedAt = Date.parse(now)
    const expiresAt = Math.floor(askedAt / 1000) + askedSeconds
    const open = await table.put(asked.item({ county, consultation, ask: question, askedAt, expiresAt }), {
      expression: 'attribute_not_exists(#PK) OR #askedAt <= :past',
      values: { past: askedAt - askAgainMs },
    })
    if (open) await asking({ v: 1, ask: question, county, consultation })
  }

  /** A question may be answered once. */
  const answered = (one: Of, answers: string): Write => ({
    delete: asked.key(of(one)),
    condition: { expression: '#ask = :answers', values: { answers } },
  })

  /** Puts what the county says in the place of what is kept, whatever its version; nobody else knows the question. */
  const believe = (one: Of, answers: string, summary: Summary | undefined, now: string): Promise<boolean> =>
    settled(one, async () => {
      const before = await kept(one)
      const writes: Write[] =
        summary !== undefined
          ? rowWrites(summary, before)
          : before === undefined
            ? []
            : [{ delete: row.key(of(one)), condition: asBefore(before) }, ...additions(undefined, before)]
      const outcome = await table.transact([answered(one, answers), ...writes])
      if (!outcome.done) return outcome.refused.includes(0) ? false : 'overtaken'
      // What came in order while the county was answering is newer than its answer: it says it again.
      if (before !== undefined && summary !== undefined && before.version > summary.version) await ask(one, now)
      return true
    })

  return {
    /**
     * Takes a summary in: the consultation's row and the counters of its places, by the difference, or nothing. Versions
     * are believed in order. Where one is missing, comes late, or says something else than it did, the county is asked, and
     * its answer is believed: so nobody can block what is true by a version that was made up.
     * @returns whether anything changed
     */
    async applySummary({ answers, ...summary }: Summary, now = new Date().toISOString()): Promise<boolean> {
      await keepHead(table, summary, now)
      if (answers !== undefined) return believe(summary, answers, summary, now)
      return settled(summary, async () => {
        const before = await kept(summary)
        if (!asExpected(summary, before)) await ask(summary, now)
        if (!follows(summary.version, before)) return false
        return (await table.transact(rowWrites(summary, before))).done ? true : 'overtaken'
      })
    },

    /** The county knows no such consultation: what was kept of it was made up. */
    applyUnknown: (unknown: Unknown, now = new Date().toISOString()): Promise<boolean> =>
      believe(unknown, unknown.answers, undefined, now),
  }
}

/** What each place should count after the summaries of its county. */
export async function recount(table: Table, county: PlaceCode): Promise<Map<PlaceCode, Figures>> {
  const sums = new Map<PlaceCode, Figures>()
  let cursor: string | undefined
  do {
    const page: Awaited<ReturnType<Table['query']>> = await table.query(row.partition({ county }), {
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
export async function summaryOf(table: Table, county: PlaceCode, consultation: string): Promise<Summary | undefined> {
  const item = await table.get(row.key({ county, consultation }))
  return item === undefined ? undefined : summaryFrom(item)
}
