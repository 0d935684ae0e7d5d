import { mostWaiting } from '@xieshang/rules'
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

it('S4: nothing is taken before there is a mailbox, and several who make it at once make one', async () => {
  const { applications } = county.store
  expect(await applications.apply('CEARLY', application('早'), 'key-early-1')).toBe('notYet')
  const others = [1, 2, 3].map(() => openMailbox(county.table, county.secrets))
  await Promise.all([mailbox.ensure(), ...others.map((one) => one.ensure())])
  const token = await applications.apply('CEARLY', application('早'), 'key-early-1')
  const [kept] = await applications.list('CEARLY')
  for (const one of [mailbox, ...others]) expect(await one.read(kept?.dropped ?? '')).toBe('+8613812345678')
  expect((await applications.byToken('CEARLY', token))?.name).toBe('早')
})

it('S4: a number lies in the table for the county’s key alone; the same application sent twice is one', async () => {
  await mailbox.ensure()
  const { applications } = county.store
  const tokens = await Promise.all([1, 2].map(() => applications.apply('CTWICE', application('王芳'), 'key-twice-1')))
  expect(new Set(tokens).size).toBe(1)
  const all = await applications.list('CTWICE')
  expect(all).toHaveLength(1)
  const raw = JSON.stringify(await county.table.queryAll('CASE#CTWICE'))
  expect(raw).not.toContain('13812345678')
  expect(raw).not.toContain(tokens[0])
  expect(await applications.byToken('CTWICE', 'something-else')).toBeUndefined()
  expect(await applications.byToken('COTHER', tokens[0] ?? '')).toBeUndefined()
})

it('S4: of two who decide at once one has decided; who waits no more makes room', async () => {
  await mailbox.ensure()
  const { applications } = county.store
  await applications.apply('CBOTH', application('李'), 'key-both-1')
  const [waiting] = await applications.list('CBOTH')
  const both = await Promise.all(
    ['p1', undefined].map((p) => applications.decide('CBOTH', waiting?.id ?? '', decision(p))),
  )
  expect(both.toSorted()).toEqual([false, true])
  expect(['admitted', 'declined']).toContain((await applications.list('CBOTH'))[0]?.state)
})

it('S4: a flood ends at its bound', async () => {
  await mailbox.ensure()
  const { applications } = county.store
  for (let batch = 0; batch < mostWaiting; batch += 20)
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        expect(await applications.apply('CFLOOD', application('人'), `key-${batch + index}`)).toMatch(/^[\w-]{32}$/),
      ),
    )
  expect(await applications.apply('CFLOOD', application('多'), 'key-more-1')).toBe('tooMany')
  const [first] = await applications.list('CFLOOD')
  await applications.decide('CFLOOD', first?.id ?? '', decision())
  expect(await applications.apply('CFLOOD', application('多'), 'key-more-1')).toMatch(/^[\w-]{32}$/)
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
