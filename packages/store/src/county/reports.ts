import type { PlaceCode } from '@xieshang/kernel'
import {
  countedFactsOf,
  type EntryCard,
  type EntryKind,
  type OpenQuarter,
  type Quarter,
  quarterCount,
  quarterOf,
} from '@xieshang/rules'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { aroundQuarter, aroundYear } from './cards.ts'
import * as entities from './entities/index.ts'
import { stateOf } from './heads.ts'

/** Heads that are opened at once: each may be large. */
const headsAtOnce = 10

/** What is counted over many entries and consultations: read as it comes, and only the sums are held. */
export function openReports(table: Table) {
  /** The cards of a kind at a place and below it, one after the other. */
  async function* cards(kind: EntryKind, division: PlaceCode): AsyncGenerator<EntryCard> {
    const entryLine = entities.entryLine
    for await (const line of table.walk(entryLine.partition({ place: division, kind }))) yield entryLine.read(line).card
  }

  /** When councils were held at a place and below it within a span of time: those entered, and those of consultations. */
  async function* councils(
    division: PlaceCode,
    [from, to]: readonly [string, string],
  ): AsyncGenerator<{ village: PlaceCode; at: string }> {
    for await (const { division: village, day, status } of cards('council', division))
      if (status !== 'annulled' && day !== undefined && day >= from && day <= to) yield { village, at: day }
    const councilLine = entities.councilLine
    for await (const line of table.walk(councilLine.partition({ place: division }), { between: [from, to] })) {
      const { at, division, villages = [division] } = councilLine.read(line)
      for (const village of villages) yield { village, at }
    }
  }

  /** Consultations whose outcome was published first around a quarter, a few heads at a time. */
  async function* publishedAround(county: PlaceCode, quarter: Quarter) {
    let ids: string[] = []
    const headKeys = () => ids.map((consultation) => entities.head.key({ consultation }))
    const heads = async () => Promise.all((await table.getMany(headKeys())).map((head) => stateOf(table, head)))
    const published = entities.publishedLine.partition({ county })
    for await (const line of table.walk(published, { between: aroundQuarter(quarter) })) {
      ids.push(entities.publishedLine.read(line).consultation)
      if (ids.length < headsAtOnce) continue
      yield* await heads()
      ids = []
    }
    yield* await heads()
  }

  return {
    /** The cards of a kind at a place and below it that are wanted; the others are not held. */
    async cards(kind: EntryKind, division: PlaceCode, wanted: (card: EntryCard) => boolean = () => true) {
      const kept: EntryCard[] = []
      for await (const card of cards(kind, division)) if (wanted(card)) kept.push(card)
      return kept
    },

    /** F2: how often councils were held in the quarters of a year, by village. */
    async councilsIn(division: PlaceCode, year: number): Promise<ReadonlyMap<string, ReadonlyMap<Quarter, number>>> {
      const held = new Map<string, Map<Quarter, number>>()
      for await (const { village, at } of councils(division, aroundYear(year))) {
        const own = held.get(village) ?? new Map<Quarter, number>()
        const quarter = quarterOf(at)
        held.set(village, own.set(quarter, (own.get(quarter) ?? 0) + 1))
      }
      return held
    },

    /** F2: the moments at which councils were held since a day at a place and below it, by village. */
    async councilsSince(division: PlaceCode, since: string): Promise<ReadonlyMap<string, readonly string[]>> {
      const held = new Map<string, string[]>()
      for await (const { village, at } of councils(division, [since, '9']))
        held.set(village, [...(held.get(village) ?? []), at])
      return held
    },

    /** G11: the quarters that are published, newest first. */
    async openQuarters(): Promise<OpenQuarter[]> {
      const items = await table.queryAll(entities.openQuarter.partition({}), { backwards: true })
      return items.map((item) => entities.openQuarter.read(item).data)
    },

    /**
     * G11: counts a quarter that is over and publishes it, once. What was published stays as it is: the difference of
     * two counts could tell of a single consultation.
     */
    async publishQuarter(county: PlaceCode, quarter: Quarter): Promise<OpenQuarter> {
      const key = entities.openQuarter.key({ quarter })
      const kept = async () => {
        const item = await table.get(key)
        return item === undefined ? undefined : entities.openQuarter.read(item).data
      }
      const before = await kept()
      if (before !== undefined) return before
      const count = quarterCount(quarter)
      for await (const state of publishedAround(county, quarter)) {
        const counted = countedFactsOf(state)
        if (counted?.quarter === quarter) count.add(counted.facts)
      }
      const data = count.published()
      if (await table.put(entities.openQuarter.item({ quarter, data }), notExists)) return data
      const first = await kept()
      if (first === undefined) throw new Error(`${quarter} was published and is gone`)
      return first
    },
  }
}
