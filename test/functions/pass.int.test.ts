import { placeCodeOf } from '@xieshang/kernel'
import { dayOf } from '@xieshang/rules'
import { openCountyStore } from '@xieshang/store/county'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { runPass } from '../../functions/src/duties/pass.ts'
import { startCounty, type TestCounty } from '../../packages/store/test/county.ts'
import { createTestTable } from '../../packages/store/test/table.ts'
import { seedPlaces } from '../places.ts'
import { called } from './called.ts'

const whole = placeCodeOf('331102001001')
const unreadable = placeCodeOf('331102001002')
const villages = [whole, unreadable]
const townships = [{ code: placeCodeOf('331102001'), villages }]
const options = { tenant: placeCodeOf('331102'), townships, now: '2026-05-20T04:00:00.000Z', day: '2026-05-20' }

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

it('G3, F2: the daily pass lists what consultations and villages owe; cut off, it goes on where it was', async () => {
  for (let count = 0; count < 3; count++) await county.propose()
  const store = openCountyStore(county.table)
  const problems: string[] = []
  const failed = (what: string) => problems.push(what)
  let pages = 1
  const first = await runPass({ ...options, store, goOn: () => pages-- > 0, failed })
  expect(first).toEqual({ stage: 'places', visited: 3, changed: 3, failed: 0 })
  const second = await runPass({ ...options, store, goOn: () => true, failed })
  expect(second).toEqual({ stage: 'done', visited: 3, changed: 2, failed: 0 })
  const again = await runPass({ ...options, store, goOn: () => true, failed })
  expect(again).toEqual({ stage: 'done', visited: 0, changed: 0, failed: 0 })
  const nextDay = await runPass({
    ...options,
    day: '2026-05-21',
    now: '2026-05-21T04:00:00.000Z',
    store,
    goOn: () => true,
    failed,
  })
  expect(nextDay).toMatchObject({ stage: 'done', visited: 6, changed: 0 })
  const { duties } = await store.duties.list(placeCodeOf('331102'), '2026-05-20', { limit: 100 })
  expect(duties.map(({ kind }) => kind).sort()).toEqual(['council', 'council', 'register', 'register', 'register'])
  expect(problems).toEqual([])
})

it('G3: one consultation that cannot be worked out does not stop the others', async () => {
  const store = openCountyStore(county.table)
  const broken = { ...store, summaries: { ...store.summaries, refresh: () => Promise.reject(new Error('broken')) } }
  const problems: string[] = []
  const counted = await runPass({
    ...options,
    day: '2026-05-22',
    store: broken,
    goOn: () => true,
    failed: (what) => problems.push(what),
  })
  expect(counted).toMatchObject({ stage: 'done', failed: 3 })
  expect(problems).toHaveLength(3)
})

it('G3: nor does one village that cannot be worked out stop the others of its township', async () => {
  const store = openCountyStore(county.table)
  const problems: string[] = []
  await county.table.put({ PK: `PLACE#${unreadable}`, SK: 'DUTIES', version: 1, kept: 'unreadable' })
  const counted = await runPass({
    ...{ ...options, day: '2026-07-02', now: '2026-07-02T04:00:00.000Z', store },
    ...{ goOn: () => true, failed: (what: string) => problems.push(what) },
  })
  expect(counted).toMatchObject({ stage: 'done', visited: 6, failed: 1 })
  expect(problems).toEqual([unreadable])
  const owed = await store.duties.of({ kind: 'place', id: whole }, '2026-07-02')
  expect(owed.map(({ about }) => about)).toContain('2026Q3')
})

it('a day is not over for a county whose places are not written yet', async () => {
  const { client, table, tableName } = await createTestTable()
  Object.assign(process.env, {
    TABLE_NAME: tableName,
    TENANT: '331125',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: inject('dynamodb'),
    LOG_LEVEL: 'error',
  })
  const { handler } = await import('../../functions/src/duties/handler.ts')
  const pass = () => called(handler)({})
  await expect(pass()).rejects.toThrow('not written yet')
  await seedPlaces(client, tableName, ['331125'])
  expect(await pass()).toMatchObject({ stage: 'done', visited: 10 + 87, failed: 0 })
  const again = await openCountyStore(table).dailyPass.of(dayOf(new Date().toISOString()))
  expect(again.stage).toBe('done')
})

it('G3: what changed is counted in every township, though several are worked out at once', async () => {
  const store = openCountyStore(county.table)
  const three = ['331102011', '331102012', '331102013'].map(placeCodeOf).map((code) => ({
    code,
    villages: [`${code}001`, `${code}002`].map(placeCodeOf),
  }))
  const counted = await runPass({
    ...{ ...options, townships: three, day: '2026-07-03', now: '2026-07-03T04:00:00.000Z', store },
    ...{ goOn: () => true, failed: (what: string, error: unknown) => expect.unreachable(`${what} ${error}`) },
  })
  expect(counted).toMatchObject({ stage: 'done', changed: 6, failed: 0 })
})
