import { atLevel, type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import { type Figures, noFigures, type Summary } from '@xieshang/rules'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { summaryOf } from '../../test/summaries.ts'
import { createTestTable } from '../../test/table.ts'
import { CursorError } from '../table/cursor.ts'
import { type CityStore, openCityStore } from './city.ts'
import { indicatorIds, plus } from './figures.ts'

const village = placeCodeOf('331102001001')
const neighbour = placeCodeOf('331102001002')
const elsewhere = placeCodeOf('331102002001')
const otherCounty = placeCodeOf('331121001001')
const villages = [village, neighbour, elsewhere, otherCounty] as const
const counties = ['331102', '331121'].map(placeCodeOf)
const id = (index: number) => `CASE${String(index).padStart(8, '0')}`

let store: CityStore
let commands: string[]

async function newStore() {
  const { client, table } = await createTestTable()
  commands = []
  client.middlewareStack.add(
    (next, context) => (args) => {
      commands.push(String(context.commandName))
      return next(args)
    },
    { step: 'initialize', name: 'listen' },
  )
  return openCityStore(table)
}

beforeEach(async () => {
  store = await newStore()
})

const figuresAt = async (division: PlaceCode, city = store) => (await city.dashboard(division)).figures
const figuresWith = (figures: Partial<Figures>): Figures => ({ ...noFigures, ...figures })

describe('a summary', () => {
  it('U3: counts in its village, township, county and the city', async () => {
    expect(await store.applySummary(summaryOf(id(1), 1, { consultations: 1, told: 30 }))).toBe(true)
    for (const place of [village, atLevel(village, 'township'), atLevel(village, 'county'), placeCodeOf('3311')])
      expect(await figuresAt(place), place).toEqual(figuresWith({ consultations: 1, told: 30 }))
    for (const place of [neighbour, atLevel(elsewhere, 'township'), placeCodeOf('331121')])
      expect(await figuresAt(place), place).toEqual(noFigures)
  })

  it('changes the figures by its difference from the one before', async () => {
    await store.applySummary(summaryOf(id(1), 1, { told: 30, exceptions: 1 }))
    await store.applySummary(summaryOf(id(1), 2, { told: 32, opinions: 4 }))
    expect(await figuresAt(placeCodeOf('331102'))).toEqual(figuresWith({ told: 32, opinions: 4 }))
  })

  it('that comes again or late changes nothing', async () => {
    await store.applySummary(summaryOf(id(1), 3, { told: 32 }))
    for (const version of [3, 2, 1, 3])
      expect(await store.applySummary(summaryOf(id(1), version, { told: 99 }))).toBe(false)
    expect(await figuresAt(placeCodeOf('3311'))).toEqual(figuresWith({ told: 32 }))
    expect((await store.figure(placeCodeOf('3311'), 'told')).consultations).toMatchObject([{ id: id(1), adds: 32 }])
  })

  it('of a consultation that a township took over leaves the village', async () => {
    await store.applySummary(summaryOf(id(1), 1, { told: 30 }))
    await store.applySummary(summaryOf(id(1), 2, { told: 31 }, atLevel(village, 'township')))
    expect(await figuresAt(village)).toEqual(noFigures)
    expect(await figuresAt(atLevel(village, 'township'))).toEqual(figuresWith({ told: 31 }))
    expect(await figuresAt(placeCodeOf('331102'))).toEqual(figuresWith({ told: 31 }))
    expect((await store.figure(village, 'told')).consultations).toEqual([])
    expect(await store.reconcile(counties)).toEqual([])
  })

  it('is kept apart by county, even under the same number', async () => {
    await store.applySummary(summaryOf(id(1), 1, { told: 30 }))
    await store.applySummary(summaryOf(id(1), 1, { told: 5 }, otherCounty))
    expect(await figuresAt(placeCodeOf('331102'))).toMatchObject({ told: 30 })
    expect(await figuresAt(placeCodeOf('331121'))).toMatchObject({ told: 5 })
    expect(await figuresAt(placeCodeOf('3311'))).toMatchObject({ told: 35 })
  })

  it('counts once however many bring it at once', async () => {
    const versions = [1, 2, 3].flatMap((version) => Array.from({ length: 4 }, () => version))
    const answers = await Promise.all(
      versions.map((version) => store.applySummary(summaryOf(id(1), version, { told: version }))),
    )
    expect(answers.filter((changed) => changed).length).toBeLessThanOrEqual(3)
    expect(await figuresAt(placeCodeOf('3311'))).toEqual(figuresWith({ told: 3 }))
  })

  it('of many consultations of one county at once: the county counts each', async () => {
    const all = Array.from({ length: 40 }, (_, index) => summaryOf(id(index), 1, { told: index }, villages[index % 3]))
    await Promise.all(all.map((summary) => store.applySummary(summary)))
    expect(await figuresAt(placeCodeOf('331102'))).toMatchObject({ told: 780 })
    expect(await store.reconcile(counties)).toEqual([])
  })
})

const anySummary = fc.record({
  consultation: fc.constantFrom(id(1), id(2), id(3), id(4)),
  version: fc.integer({ min: 1, max: 5 }),
})
const anyFigures = fc
  .array(fc.record({ id: fc.constantFrom(...indicatorIds), value: fc.integer({ min: 0, max: 40 }) }), { maxLength: 4 })
  .map((entries) => figuresWith(Object.fromEntries(entries.map((entry) => [entry.id, entry.value]))))
/** For each consultation and version what it says, and in which order and how often the messages arrive. */
const anyHistory = fc.record({
  contents: fc.array(fc.tuple(anyFigures, fc.nat(1)), { minLength: 20, maxLength: 20 }),
  arrivals: fc.array(anySummary, { minLength: 1, maxLength: 25 }),
  together: fc.integer({ min: 1, max: 4 }),
})

describe('any summaries, repeated and out of order', () => {
  it('the counters are the sum of the latest versions that came', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ contents, arrivals, together }) => {
        const city = await newStore()
        const messages = arrivals.map(({ consultation, version }): Summary => {
          const number = Number(consultation.slice(4))
          const [figures = noFigures, place = 0] = contents[(number - 1) * 5 + version - 1] ?? []
          // The first three lie in one county and may be moved within it.
          const division = number === 4 ? otherCounty : (villages[(number + place) % 3] ?? village)
          return summaryOf(consultation, version, figures, division)
        })
        for (let at = 0; at < messages.length; at += together)
          await Promise.all(messages.slice(at, at + together).map((message) => city.applySummary(message)))
        const latest = new Map<string, Summary>()
        for (const message of messages)
          if ((latest.get(message.consultation)?.version ?? 0) < message.version)
            latest.set(message.consultation, message)
        const sumIn = (place: PlaceCode) =>
          [...latest.values()]
            .filter(({ division }) => division.startsWith(place))
            .reduce((sum, { figures }) => plus(sum, figures), noFigures)
        for (const place of [
          placeCodeOf('3311'),
          ...counties,
          placeCodeOf('331102001'),
          placeCodeOf('331102002'),
          placeCodeOf('331121001'),
          ...villages,
        ])
          expect(await figuresAt(place, city), place).toEqual(sumIn(place))
        expect(await city.reconcile(counties)).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe('the dashboard', () => {
  it('U3: of the city is one query', async () => {
    await store.applySummary(summaryOf(id(1), 1))
    await store.applySummary(summaryOf(id(2), 1, { consultations: 1 }, otherCounty))
    commands.length = 0
    const { figures, below } = await store.dashboard(placeCodeOf('3311'))
    expect(commands).toEqual(['QueryCommand'])
    expect(figures.consultations).toBe(2)
    expect(below.map(({ division, figures: own }) => [division, own.consultations])).toEqual([
      [placeCodeOf('331102'), 1],
      [placeCodeOf('331121'), 1],
    ])
  })

  it('of a county is its townships, of a township its villages', async () => {
    for (const [index, place] of villages.entries())
      await store.applySummary(summaryOf(id(index), 1, { told: index + 1 }, place))
    const below = async (place: PlaceCode) =>
      (await store.dashboard(place)).below.map(({ division, figures }) => [division, figures.told])
    expect(await below(placeCodeOf('331102'))).toEqual([
      [placeCodeOf('331102001'), 3],
      [placeCodeOf('331102002'), 3],
    ])
    expect(await below(placeCodeOf('331102001'))).toEqual([
      [village, 1],
      [neighbour, 2],
    ])
    expect(await below(village)).toEqual([])
  })
})

describe('a figure', () => {
  const allPages = async (division: PlaceCode, indicator: 'told' | 'filed') => {
    const pages = []
    let cursor: string | undefined
    do {
      const page = await store.figure(division, indicator, cursor)
      pages.push(page)
      cursor = page.cursor
    } while (cursor !== undefined)
    return pages
  }

  beforeEach(async () => {
    const all = Array.from({ length: 260 }, (_, index) =>
      summaryOf(id(index), 1, { told: index % 3, filed: index === 7 ? 1 : 0 }, villages[index % 4]),
    )
    for (let at = 0; at < all.length; at += 10)
      await Promise.all(all.slice(at, at + 10).map((summary) => store.applySummary(summary)))
  }, 60_000)

  it.each(['3311', '331102', '331102001', neighbour].map((place) => placeCodeOf(place)))(
    'U3: of %s is explained by its cases, to the unit',
    async (place) => {
      const pages = await allPages(place, 'told')
      const cases = pages.flatMap(({ consultations }) => consultations)
      const total = cases.reduce((sum, { adds }) => sum + adds, 0)
      expect(pages.map((page) => page.total)).toEqual(pages.map(() => total))
      expect(total).toBe((await figuresAt(place)).told)
      expect(total).toBeGreaterThan(0)
      expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length)
      expect(cases.every(({ adds, division }) => adds > 0 && division.startsWith(place))).toBe(true)
    },
  )

  it('shows a case that stands alone among many', async () => {
    const [first] = await allPages(placeCodeOf('3311'), 'filed')
    expect(first).toMatchObject({ total: 1, consultations: [{ id: id(7), division: otherCounty, adds: 1 }] })
  })

  it('does not take a cursor of another list, or none at all', async () => {
    const { cursor } = await store.figure(placeCodeOf('3311'), 'told')
    if (cursor === undefined) throw new Error('There should be a second page')
    await expect(store.figure(placeCodeOf('331102'), 'told', cursor)).rejects.toThrow(CursorError)
    await expect(store.figure(placeCodeOf('3311'), 'told', 'bm90IGEgY3Vyc29y')).rejects.toThrow(CursorError)
  })
})

describe('reconcile', () => {
  const counterOf = (division: PlaceCode) => ({ PK: `BELOW#${division.slice(0, -3)}`, SK: `PLACE#${division}` })

  async function withDifferences() {
    const { table } = await createTestTable()
    const city = openCityStore(table)
    await city.applySummary(summaryOf(id(1), 1, { told: 30, items: 2 }))
    await city.applySummary(summaryOf(id(2), 1, { told: 4 }, elsewhere))
    await table.update(counterOf(village), { add: { told: 5, opinions: 1 } })
    await table.update(counterOf(placeCodeOf('331102002')), { remove: ['told'] })
    await table.update(counterOf(placeCodeOf('331102001009')), { set: { told: 7 } })
    return { table, city }
  }

  it('finds what is off, where nothing was counted too, and mends it', async () => {
    const { city } = await withDifferences()
    const differences = await city.reconcile(counties)
    expect(differences.toSorted((a, b) => a.division.localeCompare(b.division))).toEqual([
      { division: village, indicator: 'told', kept: 35, counted: 30 },
      { division: village, indicator: 'opinions', kept: 1, counted: 0 },
      { division: placeCodeOf('331102001009'), indicator: 'told', kept: 7, counted: 0 },
      { division: placeCodeOf('331102002'), indicator: 'told', kept: 0, counted: 4 },
    ])
    expect(await city.repair(differences)).toEqual([])
    expect(await city.reconcile(counties)).toEqual([])
    expect(await figuresAt(village, city)).toEqual(figuresWith({ told: 30, items: 2 }))
  })

  it('finds villages whose township has lost its counter', async () => {
    const { table } = await createTestTable()
    const city = openCityStore(table)
    await city.applySummary(summaryOf(id(1), 1, { told: 30 }))
    await table.transact([{ delete: counterOf(placeCodeOf('331102001')) }])
    const differences = await city.reconcile(counties)
    expect(differences).toEqual([{ division: '331102001', indicator: 'told', kept: 0, counted: 30 }])
    await city.repair(differences)
    expect(await city.reconcile(counties)).toEqual([])
  })

  it('does not mend a counter that changed since', async () => {
    const { city } = await withDifferences()
    const differences = await city.reconcile(counties)
    await city.applySummary(summaryOf(id(1), 2, { told: 31, items: 2 }))
    const left = await city.repair(differences)
    expect(left).toMatchObject([{ division: village, indicator: 'told' }])
    await city.repair(await city.reconcile(counties))
    expect(await city.reconcile(counties)).toEqual([])
    expect(await figuresAt(village, city)).toEqual(figuresWith({ told: 31, items: 2 }))
  })

  it('finds nothing while summaries are coming in', async () => {
    let coming = true
    const ingest = async () => {
      for (let version = 1; coming; version++)
        for (const [index, place] of villages.entries())
          await store.applySummary(summaryOf(id(index), version, { told: version }, place))
    }
    const ingesting = ingest()
    const found = []
    for (let round = 0; round < 5; round++) found.push(await store.reconcile([placeCodeOf('331102')]).catch(String))
    coming = false
    await ingesting
    expect(found.filter((one) => typeof one !== 'string').flat()).toEqual([])
    expect(await store.reconcile(counties)).toEqual([])
    // Each of five looks begins anew as long as something changes under it: on a busy machine that takes its time.
  }, 60_000)
})
