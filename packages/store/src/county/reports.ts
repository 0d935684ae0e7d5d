import {
  type CountedFacts,
  countedFactsOf,
  type EntryCard,
  type EntryKind,
  type OpenQuarter,
  openQuarter,
  openQuarterSchema,
  type Quarter,
  quarterOf,
} from '@xieshang/rules'
import { type Item, notExists, type Table } from '../table/table.ts'
import { type Card, factsOf, stateOf } from './consultations.ts'
import { keys } from './keys.ts'

type Facts = NonNullable<Card['facts']>

/** What is counted over many entries and consultations. */
export function openReports(table: Table) {
  const all = (heads: readonly Item[]) => Promise.all(heads.map((head) => stateOf(table, head)))

  /** Every card of a kind at a place and below it. */
  const cards = async (kind: EntryKind, division: string): Promise<EntryCard[]> =>
    (await table.queryAll(keys.entries(division, kind))).map((item) => JSON.parse(String(item.card)) as EntryCard)

  /** Cards of consultations with their facts; where an early head has none, they are read from it. */
  async function consultationFacts(division: string): Promise<{ id: string; division: string; facts: Facts }[]> {
    const items = await table.queryAll(keys.cases, { index: 'GSI1', prefix: division })
    const found = items.map((item) => JSON.parse(String(item.card)) as Card)
    const early = found.filter(({ facts }) => facts === undefined)
    const heads = await table.getMany(early.map(({ id }) => keys.head(id)))
    const read = new Map((await all(heads)).map((state) => [state.id, factsOf(state)]))
    return found.map(({ id, division: place, facts }) => ({
      id,
      division: place,
      facts: facts ?? read.get(id) ?? { councils: [] },
    }))
  }

  return {
    cards,

    /** F2: when councils were held, by village: those entered, and those that sat in consultations. */
    async councilsHeld(division: string): Promise<ReadonlyMap<string, readonly string[]>> {
      const [entered, consultations] = await Promise.all([cards('council', division), consultationFacts(division)])
      const held = new Map<string, string[]>()
      const add = (village: string, at: readonly string[]) => held.set(village, [...(held.get(village) ?? []), ...at])
      for (const { division: village, day, status } of entered)
        if (status !== 'annulled' && day !== undefined) add(village, [day])
      for (const { division: village, facts } of consultations)
        if (facts.councils.length > 0) add(village, facts.councils)
      return held
    },

    /** G11: the quarters that are published, newest first. */
    async openQuarters(): Promise<OpenQuarter[]> {
      const items = await table.queryAll(keys.openQuarters, { backwards: true })
      return items.map(({ data }) => openQuarterSchema.parse(JSON.parse(String(data))))
    },

    /**
     * G11: counts a quarter that is over and publishes it, once. What was published stays as it is: the difference of
     * two counts could tell of a single consultation.
     */
    async publishQuarter(county: string, quarter: Quarter): Promise<OpenQuarter> {
      const key = keys.openQuarter(quarter)
      const kept = async () => {
        const item = await table.get(key)
        return item === undefined ? undefined : openQuarterSchema.parse(JSON.parse(String(item.data)))
      }
      const before = await kept()
      if (before !== undefined) return before
      const published = (await consultationFacts(county)).filter(
        ({ facts }) => facts.publishedAt !== undefined && quarterOf(facts.publishedAt) === quarter,
      )
      const heads = await table.getMany(published.map(({ id }) => keys.head(id)))
      const facts = (await all(heads)).map((state) => countedFactsOf(state)?.facts)
      const data = openQuarter(
        quarter,
        facts.filter((one): one is CountedFacts => one !== undefined),
      )
      if (await table.put({ ...key, data: JSON.stringify(data) }, notExists)) return data
      const first = await kept()
      if (first === undefined) throw new Error(`${quarter} was published and is gone`)
      return first
    },
  }
}
