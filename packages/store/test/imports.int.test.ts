import { type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { now, startCounty, type TestCounty } from './county.ts'

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ name: `村民${index}`, category: 'resident' as const, class: 'localResident' as const },
    phone: `+86136${String(index).padStart(8, '0')}`,
  }))
const begin = (village: PlaceCode, id: string, count: number) =>
  county.store.imports.begin(
    county.secrets,
    village,
    id,
    rows(count),
    [{ line: 3, field: 'phone', detail: '错' }],
    now(),
  )
const step = (village: PlaceCode, id: string) => county.store.imports.step(county.secrets, county.people, village, id)
const registered = async (village: PlaceCode) =>
  (await county.table.queryAll(`VILLAGE#${village}`, { prefix: 'PERSON#' })).length

it('S3: goes on step by step to its end, each step cut off or taken twice, and everybody is there once', async () => {
  const village = placeCodeOf('331102001101')
  await begin(village, 'one', 1050)
  expect(await county.store.imports.get(village, 'one')).toMatchObject({ state: 'running', total: 1050, done: 0 })
  for (let tries = 0; (await county.store.imports.get(village, 'one'))?.state === 'running'; tries++) {
    if (tries > 20) throw new Error('It does not come to an end')
    // Delivered twice at once, as a stream may.
    await Promise.all([step(village, 'one'), step(village, 'one')])
  }
  expect(await county.store.imports.get(village, 'one')).toMatchObject({
    ...{ state: 'done', total: 1050, done: 1050 },
    rejected: [{ line: 3, field: 'phone' }],
  })
  expect(await registered(village)).toBe(1050)
  await step(village, 'one')
  expect((await county.store.imports.get(village, 'one'))?.done).toBe(1050)
})

it('S3: a step that was overtaken while it worked takes nothing back', async () => {
  const village = placeCodeOf('331102001105')
  await begin(village, 'late', 600)
  const slow = {
    ...county.people,
    register: async (...args: Parameters<typeof county.people.register>) => {
      await step(village, 'late')
      await step(village, 'late')
      return county.people.register(...args)
    },
  }
  await county.store.imports.step(county.secrets, slow, village, 'late')
  expect(await county.store.imports.get(village, 'late')).toMatchObject({ state: 'running', done: 400, imported: 400 })
  await step(village, 'late')
  expect(await county.store.imports.get(village, 'late')).toMatchObject({ state: 'done', done: 600, imported: 600 })
  expect(await registered(village)).toBe(600)
})

it('S3: no number lies in the table in the clear, before or after', async () => {
  const village = placeCodeOf('331102001102')
  await begin(village, 'two', 250)
  const waiting = JSON.stringify(await county.table.queryAll('IMPORT#two'))
  expect(waiting).not.toMatch(/136\d{8}|村民/)
  await step(village, 'two')
  await step(village, 'two')
  const after = await county.table.queryAll('IMPORT#two')
  expect(after.map((item) => item.sealed)).toEqual([undefined, undefined])
})

it('S3: the same request sent twice is one import; another village does not see it', async () => {
  const village = placeCodeOf('331102001103')
  const [first, second, other] = await Promise.all([
    begin(village, 'three', 400),
    begin(village, 'three', 400),
    begin(village, 'three', 350).then((outcome) => outcome === 'keyReused'),
  ])
  // Whichever came first is the import; of the two that are the same both are, or neither.
  expect(second).toEqual(first)
  expect(first === 'keyReused').toBe(!other)
  expect(await begin(village, 'three', first === 'keyReused' ? 400 : 350)).toBe('keyReused')
  const total = first === 'keyReused' ? 350 : 400
  for (let steps = 0; steps < 2; steps++) await step(village, 'three')
  expect(await county.store.imports.get(village, 'three')).toMatchObject({ state: 'done', total, done: total })
  expect(await registered(village)).toBe(total)
  expect(await county.store.imports.get(placeCodeOf('331102001104'), 'three')).toBeUndefined()
})
