import { type Figures, type IndicatorId, indicators, keysOf, noFigures, type Step, type Summary } from '@xieshang/rules'
import { type Item, notExists, type Table, type Write } from '../table/table.ts'

/** What one consultation adds to a figure. */
export type Contribution = {
  readonly id: string
  readonly title: string
  readonly division: string
  readonly step: Step
  readonly updatedAt: string
  readonly adds: number
}

export type Difference = {
  readonly division: string
  readonly indicator: IndicatorId
  readonly kept: number
  readonly counted: number
}

type Place = { readonly division: string; readonly figures: Figures }

const ids = keysOf(indicators)
const levels = [6, 9, 12] as const
const pageSize = 100
const mostTries = 12

/** The code of the place right above; a county's is the city. */
const above = (division: string): string =>
  division.slice(0, division.length === 12 ? 9 : division.length === 9 ? 6 : 4)

/** Counters of the places below one place lie together, so that its dashboard is one query. */
const counterKey = (division: string) => ({ PK: `BELOW#${above(division)}`, SK: `PLACE#${division}` })
const summaryKey = (tenant: string, consultation: string) => ({ PK: `CASE#${tenant}#${consultation}`, SK: 'SUMMARY' })

const summaryOf = (item: Item): Summary => JSON.parse(String(item.summary)) as Summary

const figuresFrom = (item: Item | undefined): Figures =>
  item === undefined ? noFigures : (Object.fromEntries(ids.map((id) => [id, Number(item[id] ?? 0)])) as Figures)

const plus = (a: Figures, b: Figures): Figures => Object.fromEntries(ids.map((id) => [id, a[id] + b[id]])) as Figures

const minus = (a: Figures, b: Figures): Record<string, number> =>
  Object.fromEntries(ids.flatMap((id) => (a[id] === b[id] ? [] : [[id, a[id] - b[id]]])))

/** Summaries written before an indicator was thought of add nothing to it. */
const complete = (figures: Partial<Figures>): Figures => ({ ...noFigures, ...figures })

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * The city's figures: per consultation the last summary seen, per place the sum. Village, township and county are counted;
 * the city is the sum of its counties when it is read, so that no item is written by every message there is.
 */
export function openCityStore(table: Table) {
  async function placesBelow(division: string): Promise<Place[]> {
    const items = await table.queryAll(`BELOW#${division}`, { prefix: 'PLACE#' })
    return items.map((item) => ({ division: item.SK.slice('PLACE#'.length), figures: figuresFrom(item) }))
  }

  const ownFigures = async (division: string, below: readonly Place[]): Promise<Figures> =>
    division.length === 4
      ? below.reduce((sum, { figures }) => plus(sum, figures), noFigures)
      : figuresFrom(await table.get(counterKey(division)))

  async function* everySummary(prefix: string): AsyncGenerator<Summary> {
    let cursor: string | undefined
    do {
      const page: Awaited<ReturnType<Table['query']>> = await table.query('CASES', {
        index: 'GSI1',
        prefix,
        ...(cursor !== undefined && { cursor }),
      })
      for (const item of page.items) yield JSON.parse(String(item.card)) as Summary
      cursor = page.cursor
    } while (cursor !== undefined)
  }

  return {
    /**
     * Takes a summary in: the consultation's row and the counters of its places, by the difference, or nothing. A
     * duplicate, a late or a replayed summary changes nothing.
     * @returns whether anything changed
     */
    async applySummary(summary: Summary): Promise<boolean> {
      const key = summaryKey(summary.tenant, summary.consultation)
      for (let tries = 1; ; tries++) {
        const kept = await table.get(key)
        const before = kept === undefined ? undefined : summaryOf(kept)
        if (before !== undefined && before.version >= summary.version) return false
        const add = minus(complete(summary.figures), complete(before?.figures ?? {}))
        const counters = levels.map(
          (length): Write => ({ update: { ...counterKey(summary.division.slice(0, length)), add } }),
        )
        const text = JSON.stringify(summary)
        const outcome = await table.transact([
          {
            put: {
              ...key,
              version: summary.version,
              summary: text,
              card: text,
              GSI1PK: 'CASES',
              GSI1SK: `${summary.division}#${summary.consultation}`,
            },
            condition:
              before === undefined
                ? notExists
                : { expression: '#version = :before', values: { before: before.version } },
          },
          ...(Object.keys(add).length > 0 ? counters : []),
        ])
        if (outcome.done) return true
        if (tries >= mostTries) throw new Error(`The summary of ${summary.consultation} keeps changing`)
        await pause(10 * tries * Math.random())
      }
    },

    /** A place's figures and those of the places right below it. */
    async dashboard(division: string): Promise<{ figures: Figures; below: Place[] }> {
      const below = await placesBelow(division)
      return { figures: await ownFigures(division, below), below }
    },

    /** The consultations that make up a figure, in pages, and the figure itself. */
    async figure(
      division: string,
      indicator: IndicatorId,
      from?: string,
    ): Promise<{ total: number; consultations: Contribution[]; cursor?: string }> {
      const total = (await this.dashboard(division)).figures[indicator]
      const consultations: Contribution[] = []
      let cursor = from
      do {
        const page: Awaited<ReturnType<Table['query']>> = await table.query('CASES', {
          index: 'GSI1',
          prefix: division,
          limit: pageSize,
          ...(cursor !== undefined && { cursor }),
        })
        for (const item of page.items) {
          const { consultation, figures, ...rest } = JSON.parse(String(item.card)) as Summary
          const adds = complete(figures)[indicator]
          if (adds !== 0)
            consultations.push({
              id: consultation,
              title: rest.title,
              division: rest.division,
              step: rest.step,
              updatedAt: rest.updatedAt,
              adds,
            })
        }
        cursor = page.cursor
      } while (cursor !== undefined && consultations.length < pageSize)
      return { total, consultations, ...(cursor !== undefined && { cursor }) }
    },

    /** Recounts every figure below a place from the summaries and says where the counters differ: nowhere. */
    async reconcile(prefix: string): Promise<Difference[]> {
      const counted = new Map<string, Figures>()
      for await (const summary of everySummary(prefix))
        for (const length of levels) {
          const place = summary.division.slice(0, length)
          counted.set(place, plus(counted.get(place) ?? noFigures, complete(summary.figures)))
        }
      const differences: Difference[] = []
      for (const [division, figures] of counted) {
        const kept = figuresFrom(await table.get(counterKey(division)))
        for (const indicator of ids)
          if (kept[indicator] !== figures[indicator])
            differences.push({ division, indicator, kept: kept[indicator], counted: figures[indicator] })
      }
      return differences
    },

    /** Mends the counters that `reconcile` found different. Nothing may be ingested meanwhile. */
    async repair(differences: readonly Difference[]): Promise<void> {
      for (const { division, indicator, counted } of differences)
        await table.update(counterKey(division), { set: { [indicator]: counted } })
    },
  }
}

export type CityStore = ReturnType<typeof openCityStore>
