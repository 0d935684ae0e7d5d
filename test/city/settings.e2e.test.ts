import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import { type Consultation, defaultParameters } from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey } from '../journey/api.ts'
import { eventually } from '../journey/city.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const county = '331102'
const village = childrenOf(childrenOf(county)[0]?.code ?? '')[0]?.code ?? ''
const { version: _version, ...usual } = defaultParameters

let data: string
let running: Running
let origin: string
const tokens: Record<string, string> = {}

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-settings-'))
  running = await startCity({ port, data, counties: [county] })
  const city = cityAt(port, data)
  origin = city.origin
  for (const [role, place] of [
    ['county', county],
    ['township', village.slice(0, 9)],
    ['village', village],
  ] as const)
    tokens[role] = await city.token(role, place)
}, 300_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

type Sent = { as?: string; body?: unknown; headers?: Record<string, string> }

async function send(path: string, { as, body, headers = {} }: Sent = {}) {
  const response = await fetch(`${origin}/api/${county}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(as !== undefined && { authorization: `Bearer ${tokens[as]}` }),
      ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': newKey() }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const topic = {
  division: village,
  title: '文化礼堂修缮',
  description: '屋顶漏水',
  matter: 'M5.1',
  publicInterest: true,
  proposers: [{ kind: 'committee', name: '村委会' }],
}

const propose = async (fields: object = {}): Promise<Consultation> => {
  const { status, body } = await send('/consultations', { as: 'village', body: { ...topic, ...fields } })
  expect(status).toBe(201)
  return body.consultation as Consultation
}

describe('the settings of a county over the API', () => {
  const set = (change: object, revision: number, as = 'county', headers: Record<string, string> = {}) =>
    send('/settings/parameters', {
      as,
      body: { effectiveFrom: today(), reason: '结合实际', parameters: { ...usual, ...change } },
      headers: { 'if-match': `"${revision}"`, ...headers },
    })

  it('G10: only the county sets them, every officer reads them, and nobody without a token', async () => {
    expect((await set({}, 0, 'township')).status).toBe(403)
    expect((await set({}, 0, 'village')).status).toBe(403)
    expect((await send('/settings/parameters')).status).toBe(401)
    const { status, body } = await send('/settings/parameters', { as: 'village' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ revision: 0, current: { version: '2017-09-29' }, versions: [] })
    expect(body.bounds).toMatchObject({ quorum: { clause: 'P6b', least: { needs: 2, of: 3 } } })
  })

  it('G10: a version is refused outside the bounds with clause, field and bound, and taken within them', async () => {
    expect(await set({ quorum: { needs: 1, of: 2 } }, 0)).toMatchObject({
      status: 422,
      body: { clause: 'G10', field: 'quorum', detail: '“出席比例”不能低于全市规定的2/3。' },
    })
    expect((await set({ periods: { publish: 3 } }, 0)).status).toBe(400)
    const running = await propose()
    const key = { 'idempotency-key': newKey() }
    expect(await set({ publicationDays: 15 }, 0, 'county', key)).toMatchObject({
      status: 201,
      body: { revision: 1, current: { version: today(), publicationDays: 15 } },
    })
    expect((await set({ publicationDays: 15 }, 0, 'county', key)).status).toBe(201)
    expect((await set({ publicationDays: 16 }, 1, 'county', key)).body).toMatchObject({ code: 'keyReused' })
    expect(await set({ publicationDays: 16 }, 0)).toMatchObject({
      status: 409,
      body: { clause: 'G10', code: 'settingsChanged', version: 1 },
    })
    expect((await propose()).parameters).toMatchObject({ version: today(), publicationDays: 15 })
    const { body } = await send(`/consultations/${running.id}`, { as: 'village' })
    expect((body.consultation as Consultation).parameters.publicationDays).toBe(7)
    const { body: seen } = await send('/settings/parameters', { as: 'township' })
    expect(seen.versions).toMatchObject([{ version: today(), standing: 'current', reason: '结合实际' }])
  })

  it('M6: a county’s own matters are filed under, published, and withdrawn', async () => {
    const change = (body: object, revision: number) =>
      send('/settings/catalogue', {
        as: 'county',
        body: { effectiveFrom: today(), reason: '结合实际', ...body },
        headers: { 'if-match': `"${revision}"` },
      })
    const added = await change({ add: [{ relation: 'M5', label: { zh: '古树名木保护' } }] }, 0)
    expect(added.status).toBe(201)
    const filed = await propose({ matter: '331102-1' })
    expect(filed.topic).toMatchObject({ catalogueVersion: today(), asFiled: { label: { zh: '古树名木保护' } } })
    expect((await change({ change: [{ code: 'M2.6', assembly: false }] }, 1)).body).toMatchObject({
      clause: 'M6',
      code: 'assemblyByLaw',
      field: 'change.0.assembly',
    })
    expect((await change({ change: [{ code: '331102-1', withdrawn: true }] }, 1)).status).toBe(201)
    expect(await send('/consultations', { as: 'village', body: { ...topic, matter: '331102-1' } })).toMatchObject({
      status: 422,
      body: { clause: 'M6', code: 'matterWithdrawn', field: 'matter' },
    })
    const { status, body } = await send('/public/catalogue')
    expect(status).toBe(200)
    expect(body.current).toMatchObject({ version: `${today()}-2` })
    expect(JSON.stringify(body)).not.toContain('经办人')
  })
})

describe('duties over the API', () => {
  type Duties = { duties: { kind: string; state: string; consultation?: string; section?: string }[] }

  it('G3: what is to be done is listed for the place and above it, and leaves the list when it is done', async () => {
    const { id, version } = await propose({ title: '修桥' })
    const of = async (as: string, query = '') => {
      const { body } = await send(`/duties?limit=100${query}`, { as })
      return (body as Duties).duties.filter(({ consultation }) => consultation === id)
    }
    const found = await eventually('the duty', async () => {
      const duties = await of('village')
      return duties.length > 0 ? duties : undefined
    })
    expect(found).toMatchObject([{ kind: 'register', clause: 'P1b', section: 'topic', title: '修桥' }])
    expect(await of('county')).toEqual(found)
    expect(await of('township')).toEqual(found)
    expect((await send('/duties?division=331121', { as: 'county' })).status).toBe(403)
    expect((await send(`/duties?division=${county}`, { as: 'village' })).status).toBe(403)
    expect((await send('/duties?cursor=abc', { as: 'county' })).status).toBe(400)
    const registered = await send(`/consultations/${id}/register-topic`, {
      as: 'village',
      body: { party: '书记', committee: '主任' },
      headers: { 'if-match': `"${version}"` },
    })
    expect(registered.status).toBe(200)
    await eventually('the list without it', async () => ((await of('county')).length === 0 ? true : undefined))
    const { body } = await send(`/consultations/${id}/duties`, { as: 'village' })
    expect((body as Duties).duties).toMatchObject([{ kind: 'register', state: 'done', doneOn: today() }])
    expect((await send('/consultations/00000000000000000000000000/duties', { as: 'village' })).status).toBe(404)
  })
})
