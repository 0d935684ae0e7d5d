import { atLevel, type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import type { Owed } from '@xieshang/rules'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestTable, rowsOf } from '../../test/table.ts'
import { type CityStore, openCityStore } from './city.ts'
import { applyOwed } from './owed.ts'

const village = placeCodeOf('331102001001')
let store: CityStore
let made: Awaited<ReturnType<typeof createTestTable>>

beforeEach(async () => {
  made = await createTestTable()
  store = openCityStore(made.table)
})

const owed = (version: number, dues: readonly string[], owner = 'CASE00000001', division = village): Owed => ({
  v: 1,
  owner,
  consultation: owner.startsWith('CASE'),
  tenant: atLevel(division, 'county'),
  division,
  title: '停车位改造',
  version,
  duties: dues.map((due, index) => ({ id: `task-${index}`, kind: 'task', who: { role: 'village', division }, due })),
})

const overdue = async (division: PlaceCode, today: string) =>
  (await store.overdueIn(division, today)).flatMap(({ owner, duties }) => duties.map(({ due }) => `${owner} ${due}`))

describe('what counties owe', () => {
  it('G3: that is overtaken again and again is given up after a while, and stays in its queue', async () => {
    let tries = 0
    const overtaken = { ...made.table, transact: async () => ({ done: false as const, refused: [0], tries: ++tries }) }
    await expect(applyOwed(overtaken, owed(1, ['2026-05-20']))).rejects.toThrow('keeps changing')
    expect(tries).toBeGreaterThan(1)
  })

  it('G3: is overdue from the day after its day, in its village and in every place above', async () => {
    expect(await store.applyOwed(owed(1, ['2026-05-20', '2026-06-30']))).toBe(true)
    for (const place of [village, placeCodeOf('331102001'), placeCodeOf('331102'), placeCodeOf('3311')]) {
      expect(await overdue(place, '2026-05-20'), place).toEqual([])
      expect(await overdue(place, '2026-05-21'), place).toEqual(['CASE00000001 2026-05-20'])
      expect(await overdue(place, '2026-07-01'), place).toHaveLength(2)
    }
    for (const place of ['331102001002', '331102002', '331121'].map(placeCodeOf))
      expect(await overdue(place, '2026-07-01')).toEqual([])
  })

  it('G3: leaves every list when it is done, and the longest overdue come first', async () => {
    await store.applyOwed(owed(1, ['2026-05-20']))
    await store.applyOwed(owed(1, ['2026-05-10'], village))
    await store.applyOwed(owed(1, ['2026-05-15'], 'CASE00000002', placeCodeOf('331121001001')))
    expect(await overdue(placeCodeOf('3311'), '2026-06-01')).toEqual([
      `${village} 2026-05-10`,
      'CASE00000002 2026-05-15',
      'CASE00000001 2026-05-20',
    ])
    await store.applyOwed(owed(2, [], village))
    await store.applyOwed(owed(2, ['2026-06-20']))
    expect(await overdue(placeCodeOf('3311'), '2026-06-01')).toEqual(['CASE00000002 2026-05-15'])
    expect(await overdue(placeCodeOf('331102'), '2026-06-21')).toEqual(['CASE00000001 2026-06-20'])
  })

  it('G3: in whatever order and however often messages come, the last one counts', async () => {
    const days = fc.uniqueArray(fc.constantFrom('2026-05-01', '2026-05-02', '2026-05-03'), { maxLength: 3 })
    const histories = fc.array(days, { minLength: 1, maxLength: 4 }).chain((history) => {
      const messages = history.map((dues, index) => owed(index + 1, dues.toSorted()))
      return fc
        .shuffledSubarray([...messages, ...messages], { minLength: messages.length * 2 })
        .map((order) => ({ order, last: messages.at(-1) }))
    })
    await fc.assert(
      fc.asyncProperty(histories, async ({ order, last }) => {
        made = await createTestTable()
        store = openCityStore(made.table)
        for (const message of order) await store.applyOwed(message)
        expect(await overdue(village, '2026-06-01')).toEqual(last?.duties.map(({ due }) => `CASE00000001 ${due}`))
        const lines = (await rowsOf(made.client, made.tableName)).filter(({ PK }) => PK.startsWith('OWED#'))
        expect(lines).toHaveLength(last?.duties.length === 0 ? 0 : 4)
      }),
      { numRuns: 15 },
    )
  })
})
