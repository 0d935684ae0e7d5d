import { placeCodeOf } from '@xieshang/kernel'
import { possibleDuplicates } from '@xieshang/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCounty, type TestCounty, village } from './county.ts'

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

it('U2: no phone number is in the clear in the table, and only the key opens it', async () => {
  const { people } = await county.register(3)
  const all = JSON.stringify(await county.table.queryAll(`VILLAGE#${village}`))
  expect(all).not.toMatch(/13[89]\d{8}/)
  expect(all).toContain('*********00')
  expect(all).not.toMatch(/\d\*+\d|\*\d{3}/)
  const person = people.find(({ name }) => name === '居民0')
  expect(await county.people.phoneOf(person?.id ?? '')).toBe('+8613800000000')
})

it('S3: registering again changes nobody, and brings a changed class up to date', async () => {
  await county.register(3)
  expect(await county.register(3)).toMatchObject({ imported: 0, unchanged: 5 })
  const changed = await county.people.register(village, [
    { name: '居民1', category: 'elderly', class: 'localResident', phone: '+8613800000001' },
  ])
  expect(changed).toMatchObject({ imported: 1, people: [{ category: 'elderly' }] })
})

it('S3: a person is one, however the name is typed', async () => {
  const typed = (name: string) =>
    ({ name, category: 'women', class: 'localResident', phone: '+8613711114444' }) as const
  const ids = await Promise.all(
    ['王小芳', '王 小芳', '王\u3000小芳', '王\u200D小芳'].map(
      async (name) => (await county.people.register(village, [typed(name)])).people[0]?.id,
    ),
  )
  expect(new Set(ids).size).toBe(1)
})

it('S3: a family that shares a phone is as many persons as it has names', async () => {
  const { people } = await county.people.register(village, [
    { name: '祖母', category: 'elderly', class: 'localResident', phone: '+8613711112222' },
    { name: '孙女', category: 'women', class: 'localResident', phone: '+8613711112222' },
  ])
  expect(new Set(people.map(({ id }) => id)).size).toBe(2)
  expect(possibleDuplicates(people)).toMatchObject([{ by: 'phone', people: [{ name: '祖母' }, { name: '孙女' }] }])
})

it('S3: a number is marked alike within its village only, and the mark says nothing of it', async () => {
  const person = { name: '同号', category: 'women', class: 'localResident', phone: '+8613711113333' } as const
  const marks = await Promise.all(
    [village, placeCodeOf('331102001002')].map(
      async (place) => (await county.people.register(place, [person])).people[0]?.phoneMark,
    ),
  )
  expect(new Set(marks).size).toBe(2)
  for (const mark of marks) expect(mark).toMatch(/^\w{20}$/)
})

it('a secret that was moved to another place does not open', async () => {
  const sealed = await county.secrets.seal('+8613800000000', 'a')
  await expect(county.secrets.open(sealed, 'b')).rejects.toThrow()
  expect(await county.secrets.open(sealed, 'a')).toBe('+8613800000000')
})

it('U2: a personal link opens its seat until it expires, and its token stands nowhere in the clear', async () => {
  const id = await county.ready(3)
  const token = await county.store.seats.linkToken(county.secrets, id, 3)
  expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(await county.store.seats.byLink(token ?? '', new Date().toISOString())).toEqual({ consultation: id, seat: 3 })
  expect(await county.store.seats.byLink(token ?? '', '2099-01-01T00:00:00.000Z')).toBeUndefined()
  expect(await county.store.seats.byLink('wrong', new Date().toISOString())).toBeUndefined()
  expect(JSON.stringify(await county.table.queryAll(`CASE#${id}`))).not.toContain(token)
})

it('lists come in pages and end', async () => {
  await county.register(7)
  const names: string[] = []
  let cursor: string | undefined
  do {
    const page = await county.people.list(village, { limit: 4, cursor })
    expect(page.people.length).toBeLessThanOrEqual(4)
    names.push(...page.people.map(({ name }) => name))
    cursor = page.cursor
  } while (cursor !== undefined)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('居民6')
})
