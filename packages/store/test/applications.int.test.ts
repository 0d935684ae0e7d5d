import { placeCodeOf } from '@xieshang/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Mailbox, openMailbox } from '../src/index.ts'
import { now, startCounty, type TestCounty, village } from './county.ts'

let county: TestCounty
let mailbox: Mailbox

beforeAll(async () => {
  county = await startCounty()
  mailbox = openMailbox(county.table, county.secrets)
})

afterAll(() => county.stop())

const application = (name: string, phone = '+8613812345678') => ({ name, phone, why: '热心', village, at: now() })
const decision = (person?: string) => ({
  ...{ at: now(), by: { sub: 'officer-1', name: '陈主任' }, reason: '名额' },
  ...(person !== undefined && { person }),
})

const waiting = async (id: string) => (await county.store.applications.list(id, 'waiting', { limit: 50 })).applications

/** The secret that an applicant gets. */
async function applied(id: string, one: ReturnType<typeof application>, key: string): Promise<string> {
  const taken = await county.store.applications.apply(id, one, key)
  if (typeof taken === 'string') throw new Error(taken)
  return taken.token
}

it('S4: nothing is taken before there is a mailbox, and several who make it at once make one', async () => {
  const { applications } = county.store
  expect(await applications.apply('CEARLY', application('早'), 'key-early-1')).toBe('notYet')
  const others = [1, 2, 3].map(() => openMailbox(county.table, county.secrets))
  await Promise.all([mailbox.ensure(), ...others.map((one) => one.ensure())])
  const token = await applied('CEARLY', application('早'), 'key-early-1')
  const [kept] = await waiting('CEARLY')
  for (const one of [mailbox, ...others]) expect(await one.read(kept?.dropped ?? '')).toBe('+8613812345678')
  expect((await applications.byToken('CEARLY', token))?.name).toBe('早')
})

it('S4: a number lies in the table for the county’s key alone; the same application sent twice is one', async () => {
  await mailbox.ensure()
  const { applications } = county.store
  const tokens = await Promise.all([1, 2].map(() => applied('CTWICE', application('王芳'), 'key-twice-1')))
  expect(new Set(tokens).size).toBe(1)
  expect(await applications.all('CTWICE')).toHaveLength(1)
  const raw = JSON.stringify(await county.table.queryAll('FACTS#CTWICE'))
  for (const secret of ['13812345678', 'key-twice-1', tokens[0]]) expect(raw).not.toContain(secret)
  expect(await applications.byToken('CTWICE', 'something-else')).toBeUndefined()
  expect(await applications.byToken('COTHER', tokens[0] ?? '')).toBeUndefined()
})

it('S4: two people with one key do not get one secret: the second is told to take another key', async () => {
  await mailbox.ensure()
  const { applications } = county.store
  const token = await applied('CWEAK', application('甲'), 'samekey1')
  for (const other of [
    application('乙', '+8613900000002'),
    application('甲', '+8613900000002'),
    { ...application('甲'), why: '别的' },
    { ...application('甲'), village: placeCodeOf('331102001002') },
  ]) {
    expect(await applications.apply('CWEAK', other, 'samekey1')).toBe('keyReused')
    expect(await applications.underKey('CWEAK', other, 'samekey1')).toBe('keyReused')
  }
  expect(await applications.underKey('CWEAK', application('甲'), 'samekey1')).toEqual({ token })
  expect((await applications.all('CWEAK')).map(({ name }) => name)).toEqual(['甲'])
  // The key says nothing of the secret: under the same key on another matter there is another one.
  const elsewhere = await applied('CWEAK2', application('甲'), 'samekey1')
  expect(elsewhere).not.toBe(token)
  for (const one of [token, elsewhere]) expect(Buffer.from(one, 'base64url')).toHaveLength(16)
})

it('S4: of two who apply at once under one key one is taken', async () => {
  await mailbox.ensure()
  const outcomes = await Promise.all(
    ['甲', '乙'].map((name) => county.store.applications.apply('CRACE', application(name), 'key-race-1')),
  )
  expect(outcomes.filter((one) => one === 'keyReused')).toHaveLength(1)
  expect(await county.store.applications.all('CRACE')).toHaveLength(1)
})

it('S4: of two who decide at once one has decided', async () => {
  await mailbox.ensure()
  const { applications } = county.store
  await applied('CBOTH', application('李'), 'key-both-1')
  const [first] = await waiting('CBOTH')
  const both = await Promise.all(
    ['p1', undefined].map((p) => applications.decide('CBOTH', first?.id ?? '', decision(p))),
  )
  expect(both.toSorted()).toEqual([false, true])
  expect(await waiting('CBOTH')).toEqual([])
  const { applications: decided } = await applications.list('CBOTH', 'decided', { limit: 5 })
  expect(['admitted', 'declined']).toContain(decided[0]?.state)
})

it('S4: many who wait close nothing to others, are read by page, and a first look opens each number once', async () => {
  await mailbox.ensure()
  const { applications } = county.store
  const many = 200
  for (let batch = 0; batch < many; batch += 20)
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        applied('CFLOOD', application(`人${batch + index}`), `key-flood-${batch + index}`),
      ),
    )
  expect(await applied('CFLOOD', application('居民', '+8613900000009'), 'key-more-1')).toMatch(/^[\w-]{22}$/)
  const first = await applications.list('CFLOOD', 'waiting', { limit: 150 })
  const rest = await applications.list('CFLOOD', 'waiting', { limit: 150, cursor: first.cursor })
  const all = [...first.applications, ...rest.applications]
  expect(new Set(all.map(({ id }) => id)).size).toBe(many + 1)
  expect(rest.cursor).toBeUndefined()
  const began = performance.now()
  for (const { dropped } of all) await mailbox.read(dropped)
  // Each opening is a few milliseconds of pure arithmetic: the key is not parsed again.
  expect((performance.now() - began) / all.length).toBeLessThan(20)
  for (const [index, { id }] of all.slice(0, 60).entries())
    await applications.look('CFLOOD', id, { phone: '*********78', mark: index === 59 ? 'other' : 'same' })
  await applications.look('CFLOOD', all[0]?.id ?? '', { phone: '*********78', mark: 'same' })
  expect(await applications.shared('CFLOOD', ['same', 'other', 'none'])).toEqual(new Set(['same']))
  expect((await applications.get('CFLOOD', all[0]?.id ?? ''))?.phone).toBe('*********78')
}, 60_000)

it('S3: a village keeps its own template, and has the usual one until then', async () => {
  const { templates } = county.store
  expect((await templates.get(village)).template.name).toBe('6+X')
  const by = { at: now(), by: { sub: 'officer-1', name: '陈主任' } }
  await templates.put(village, { name: '本村', groups: [{ class: 'committee' }] }, by)
  expect(await templates.get(village)).toEqual({
    template: { name: '本村', groups: [{ class: 'committee' }] },
    changed: by,
  })
})
