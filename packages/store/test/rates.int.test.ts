import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRates } from '../src/index.ts'
import { startCounty, type TestCounty } from './county.ts'

let county: TestCounty
const rate = { burst: 3, everyMs: 10_000 }
const at = (seconds: number) => new Date(Date.parse('2026-03-02T04:00:00.000Z') + seconds * 1000).toISOString()

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

it('slows one caller after its burst, says for how long, and lets it go on one by one', async () => {
  const { take } = openRates(county.table)
  const waits = []
  for (let count = 0; count < 5; count++) waits.push(await take('one', rate, at(0)))
  expect(waits).toEqual([0, 0, 0, 10, 10])
  expect(await take('one', rate, at(9))).toBe(1)
  expect(await take('one', rate, at(10))).toBe(0)
  expect(await take('one', rate, at(10))).toBe(10)
  // After a rest the whole burst is there again, and no more.
  const rested = []
  for (let count = 0; count < 4; count++) rested.push(await take('one', rate, at(500)))
  expect(rested).toEqual([0, 0, 0, 10])
})

it('never slows another one', async () => {
  const { take } = openRates(county.table)
  for (let count = 0; count < 10; count++) await take('flood', rate, at(0))
  expect(await take('neighbour', rate, at(0))).toBe(0)
})

it('lets no more through when all come at once, and its rows go by themselves', async () => {
  const { take } = openRates(county.table)
  const waits = await Promise.all(Array.from({ length: 12 }, () => take('many', rate, at(0))))
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3)
  const [row] = await county.table.queryAll('FACTS#RATE#many')
  expect(Number(row?.expiresAt)).toBeGreaterThan(Date.parse(at(0)) / 1000)
})
