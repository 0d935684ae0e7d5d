import { placeCodeOf } from '@xieshang/kernel'
import { type Ask, type Figures, noFigures, type Summary } from '@xieshang/rules'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { summaryOf } from '../../test/summaries.ts'
import { createTestTable } from '../../test/table.ts'
import { type CityStore, openCityStore } from './city.ts'
import { recount } from './summaries.ts'

const id = 'CASE00000001'
const at = '2026-03-01T08:00:00.000Z'
const later = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString()

let store: CityStore
let asked: Ask[]
let failing: boolean
let made: Awaited<ReturnType<typeof createTestTable>>

beforeEach(async () => {
  asked = []
  failing = false
  made = await createTestTable()
  store = openCityStore(made.table, async (ask) => {
    if (failing) throw new Error('The topic is away')
    asked.push(ask)
  })
})

const told = (version: number, number = version): Summary => summaryOf(id, version, { told: number })
const figure = async (): Promise<number> => (await store.dashboard(placeCodeOf('3311'))).figures.told
const sound = async () => expect(await store.reconcile([placeCodeOf('331102')])).toEqual([])
/** What the county says to the last question. */
const answer = (summary: Summary, question = asked.at(-1)?.ask) =>
  store.applySummary({ ...summary, ...(question !== undefined && { answers: question }) }, at)

it('U3: a recount that reads several pages counts what one of them all does', async () => {
  const { table } = made
  const ids = ['CASE00000001', 'CASE00000002', 'CASE00000003']
  for (const one of ids) await store.applySummary(summaryOf(one, 1, { told: 2 }), at)
  const byOne: typeof table = { ...table, query: (pk, options) => table.query(pk, { ...options, limit: 1 }) }
  expect(await recount(byOne, placeCodeOf('331102'))).toEqual(await recount(table, placeCodeOf('331102')))
  expect((await recount(byOne, placeCodeOf('331102'))).get(placeCodeOf('331102'))?.told).toBe(6)
})

describe('versions of a summary', () => {
  it('in order, and each again, ask nothing', async () => {
    for (const version of [1, 1, 2, 2, 3, 3]) await store.applySummary(told(version), at)
    expect([await figure(), asked]).toEqual([3, []])
  })

  it('out of order: the later is believed at once, the county is asked once, and its answer changes nothing', async () => {
    for (const version of [1, 3, 2, 4]) await store.applySummary(told(version), at)
    expect(await figure()).toBe(4)
    expect(asked).toMatchObject([{ v: 1, county: placeCodeOf('331102'), consultation: id }])
    expect(await answer(told(4))).toBe(true)
    expect(await figure()).toBe(4)
    await sound()
  })

  it('made up and far ahead is not believed, and blocks nothing', async () => {
    await store.applySummary(told(1), at)
    expect(await store.applySummary(told(999_999), at)).toBe(false)
    expect(asked).toHaveLength(1)
    expect(await store.applySummary(told(2), at)).toBe(true)
    await answer(told(2))
    expect(await store.applySummary(told(3), at)).toBe(true)
    expect(await figure()).toBe(3)
    await sound()
  })

  it('made up and near is put right by the county', async () => {
    await store.applySummary(told(1), at)
    await store.applySummary(told(9, 500), at)
    expect(await figure()).toBe(500)
    // A true one comes late and is not believed; the county's answer is.
    await store.applySummary(told(2), at)
    await answer(told(2))
    expect(await figure()).toBe(2)
    await store.applySummary(told(3), at)
    expect(await figure()).toBe(3)
    await sound()
  })

  it('made up as the very next, or as another of the same version, is found by what comes after it', async () => {
    await store.applySummary(told(1), at)
    await store.applySummary(told(2, 500), at)
    expect(asked).toEqual([])
    await store.applySummary(told(2), at)
    expect(asked).toHaveLength(1)
    await answer(told(2))
    expect(await figure()).toBe(2)
    await sound()
  })

  it('kept from before there was an order lets every true one through', async () => {
    const row = { PK: 'CASES#331102', SK: `CASE#${id}`, GSI1PK: 'CASES', GSI1SK: `331102001001#${id}` }
    await made.table.put({ ...row, version: 999_999, card: JSON.stringify(told(999_999, 0)) })
    await store.applySummary(told(7), at)
    await answer(told(7))
    expect(await figure()).toBe(7)
    await store.applySummary(told(8), at)
    expect(await figure()).toBe(8)
    await sound()
  })

  it('of a consultation that a city never heard of: high ones are asked for, whatever they are', async () => {
    expect(await store.applySummary(told(300), at)).toBe(false)
    await answer(told(301))
    expect(await figure()).toBe(301)
    await sound()
  })

  it('of a consultation that is not there: what was kept of it goes', async () => {
    await store.applySummary(told(3, 500), at)
    const [question] = asked
    const unknown = {
      v: 1,
      unknown: true,
      tenant: placeCodeOf('331102'),
      consultation: id,
      answers: question?.ask ?? '',
    } as const
    expect(await store.applyUnknown({ ...unknown, answers: 'guessed' })).toBe(false)
    expect(await figure()).toBe(500)
    expect(await store.applyUnknown(unknown)).toBe(true)
    expect(await figure()).toBe(0)
    expect((await store.figure(placeCodeOf('3311'), 'told')).consultations).toEqual([])
    await sound()
  })
})

describe('an answer', () => {
  it('is believed once, and only to the question that is open', async () => {
    await store.applySummary(told(1), at)
    expect(await answer(told(999_999), 'guessed')).toBe(false)
    await store.applySummary(told(40), at)
    expect(await answer(told(5))).toBe(true)
    expect(await answer(told(2))).toBe(false)
    expect(await figure()).toBe(5)
  })

  it('that is older than what came in order meanwhile is asked for again', async () => {
    await store.applySummary(told(1), at)
    await store.applySummary(told(500), at)
    await store.applySummary(told(2), at)
    await answer(told(1))
    expect(asked).toHaveLength(2)
    await answer(told(2))
    expect([await figure(), asked.length]).toEqual([2, 2])
    await sound()
  })

  it('that does not come is asked for again after a while, and not before', async () => {
    await store.applySummary(told(50), at)
    await store.applySummary(told(50), later(59))
    expect(asked).toHaveLength(1)
    await store.applySummary(told(50), later(60))
    expect(asked).toHaveLength(2)
  })

  it('a question that could not be sent keeps the message, and is put again with it', async () => {
    failing = true
    await expect(store.applySummary(told(50), at)).rejects.toThrow('away')
    failing = false
    await store.applySummary(told(50), later(180))
    expect(asked).toHaveLength(1)
  })
})

it('whatever is made up in between, the city ends with what the county says last', async () => {
  const invented = fc.record({
    after: fc.nat(6),
    version: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(999_999)),
    number: fc.integer({ min: 100, max: 200 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(invented, { maxLength: 5 }), fc.boolean(), async (lies, answeredEarly) => {
      const { table } = await createTestTable()
      const open: Ask[] = []
      const city = openCityStore(table, async (ask) => void open.push(ask))
      let current = 0
      const answerAll = async () => {
        for (let ask = open.shift(); ask !== undefined; ask = open.shift())
          await city.applySummary({ ...told(current), answers: ask.ask }, at)
      }
      for (let version = 1; version <= 6; version++) {
        current = version
        await city.applySummary(told(version), later(version * 100))
        for (const lie of lies.filter(({ after }) => after === version))
          await city.applySummary(told(lie.version, lie.number), later(version * 100))
        if (answeredEarly) await answerAll()
      }
      await answerAll()
      // What somebody made up last is still there only if it looked like what comes next; the next true one finds it.
      current = 7
      await city.applySummary(told(7), later(900))
      await answerAll()
      const { figures }: { figures: Figures } = await city.dashboard(placeCodeOf('3311'))
      expect(figures).toEqual({ ...noFigures, told: 7 })
      expect(await city.reconcile([placeCodeOf('331102')])).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 60_000)
