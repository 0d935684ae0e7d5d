import { placeCodeOf } from '@xieshang/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCounty, type TestCounty } from '../../test/county.ts'
import { rowsOf } from '../../test/table.ts'
import { openDrafts } from './drafts.ts'

let county: TestCounty
const now = '2026-03-02T04:00:00.000Z'
const days = (count: number) => new Date(Date.parse(now) + count * 86_400_000).toISOString()
const place = { sub: 'one', place: placeCodeOf('331102001001'), about: '01KB2T9M4Z6V8Q0W3Y5R7N1C2D' }

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

const drafts = () => openDrafts(county.table, county.secrets)

const keep = (form: string, typed: string, whose = place, keptAt = now) => drafts().keep(whose, { form, typed, keptAt })

const formsOf = async (whose = place, at = now) =>
  (await drafts().list(whose, { now: at })).drafts.map(({ form, typed }) => [form, typed])

it('a draft is replaced by the next of the same form, and gone once it is thrown away', async () => {
  await keep('addTask', '{"title":"一"}')
  await keep('addTask', '{"title":"一二"}')
  await keep('addItem', '{}')
  expect(await formsOf()).toEqual([
    ['addItem', '{}'],
    ['addTask', '{"title":"一二"}'],
  ])
  await drafts().forget(place, 'addTask')
  await drafts().forget(place, 'addTask')
  expect(await formsOf()).toEqual([['addItem', '{}']])
})

it('is nobody else’s, and of no other place or thing', async () => {
  await keep('remark', '{"text":"请检查"}')
  for (const other of [{ sub: 'two' }, { place: placeCodeOf('331102001') }, { about: 'new' }])
    expect(await formsOf({ ...place, ...other })).toEqual([])
})

it('lasts thirty days from the last change', async () => {
  const mine = { ...place, sub: 'three' }
  await keep('addItem', '{}', mine)
  expect(await formsOf(mine, days(29.9))).toHaveLength(1)
  expect(await formsOf(mine, days(30.1))).toEqual([])
  await keep('addItem', '{}', mine, days(29))
  expect(await formsOf(mine, days(58))).toHaveLength(1)
})

it('however many there are and however long, every one is found by going on', async () => {
  const mine = { ...place, sub: 'four' }
  const forms = Array.from({ length: 23 }, (_, index) => `explainDissent.${String(index).padStart(2, '0')}`)
  for (const form of forms) await keep(form, JSON.stringify({ text: '长'.repeat(30_000) }), mine)
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await drafts().list(mine, { now, cursor })
    found.push(...page.drafts.map(({ form }) => form))
    cursor = page.cursor
  } while (cursor !== undefined)
  expect(found).toEqual(forms)
})

it('a county seals what was typed, each draft to where it lies; what was kept before that is still read', async () => {
  const mine = { ...place, sub: 'five' }
  await keep('addPerson', '{"phone":"13912345678"}', mine)
  const row = (await rowsOf(county.client, county.tableName)).find(({ PK }) => PK === 'DRAFTS#five')
  expect(JSON.stringify(row)).not.toContain('13912345678')
  await county.table.put({ ...row, PK: 'DRAFTS#six', SK: String(row?.SK) })
  await expect(formsOf({ ...place, sub: 'six' })).rejects.toThrow()
  await openDrafts(county.table).keep({ ...place, sub: 'seven' }, { form: 'addTask', typed: '{}', keptAt: now })
  expect(await formsOf({ ...place, sub: 'seven' })).toEqual([['addTask', '{}']])
})
