import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf } from '@xieshang/divisions'
import type { Consultation } from '@xieshang/rules'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, officer, openApi } from '../journey/api.ts'
import { cityAt, freePort, type Running, startCity } from './running.ts'

const county = '331102'
const village = childrenOf(childrenOf(county)[0]?.code ?? '')[0]?.code ?? ''

let data: string
let running: Running
let origin: string
let token: string
let countyOfficer: ReturnType<typeof officer>

beforeAll(async () => {
  const port = await freePort()
  data = await mkdtemp(join(tmpdir(), 'xieshang-api-'))
  running = await startCity({ port, data, counties: [county, '331121'] })
  const city = cityAt(port, data)
  origin = city.origin
  token = await city.token('village', village)
  countyOfficer = officer(openApi(`${origin}/api/${county}`), token)
}, 300_000)

afterAll(async () => {
  await running?.stop()
  await rm(data, { recursive: true, force: true })
})

type Sent = { method?: string; body?: unknown; raw?: string; headers?: Record<string, string>; api?: string }

/** One request, and its answer as it came. */
async function send(path: string, { method = 'GET', body, raw, headers = {}, api = county }: Sent = {}) {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const response = await fetch(`${origin}/api/${api}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(text !== undefined && { 'content-type': 'application/json' }),
      'idempotency-key': newKey(),
      ...headers,
    },
    ...(text !== undefined && { body: text }),
  })
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, body: (await response.json().catch(() => ({}))) as Record<string, unknown> }
}

const topic = {
  division: village,
  title: '文化礼堂修缮',
  description: '屋顶漏水',
  matter: 'M5.1',
  publicInterest: true,
  proposers: [{ kind: 'committee', name: '村委会' }],
}

const propose = async () =>
  (await countyOfficer.post<{ consultation: Consultation }>('/consultations', topic)).consultation
const bearer = async (role: string, division: string, tokenCity = cityAt(Number(new URL(origin).port), data)) => ({
  authorization: `Bearer ${await tokenCity.token(role, division)}`,
})

describe('who may', () => {
  it('U1: nobody without a token, with a broken one, or with one of another county', async () => {
    const other = childrenOf(childrenOf('331121')[0]?.code ?? '')[0]?.code ?? ''
    expect((await send('/consultations', { headers: { authorization: '' } })).status).toBe(401)
    expect((await send('/consultations', { headers: { authorization: 'Bearer x.y.z' } })).status).toBe(401)
    const stolen = `Bearer ${token.slice(0, -4)}AAAA`
    expect((await send('/consultations', { headers: { authorization: stolen } })).status).toBe(401)
    expect(await send('/consultations', { headers: await bearer('village', other) })).toMatchObject({
      status: 403,
      type: expect.stringContaining('application/problem+json'),
    })
  })

  it('an officer of another village of the county reads and changes nothing here', async () => {
    const { id } = await propose()
    const neighbour = await bearer('village', childrenOf(childrenOf(county)[0]?.code ?? '')[1]?.code ?? '')
    const before = await countyOfficer.get<{ events: unknown[] }>(`/consultations/${id}/events`)
    for (const path of ['', '/seats', '/opinions', '/events', '/record.docx'])
      expect((await send(`/consultations/${id}${path}`, { headers: neighbour })).status, path).toBe(403)
    const register = { party: '书记', committee: '主任' }
    expect(
      await send(`/consultations/${id}/register-topic`, {
        method: 'POST',
        body: register,
        headers: { ...neighbour, 'if-match': '"1"' },
      }),
    ).toMatchObject({ status: 403 })
    expect(await countyOfficer.get(`/consultations/${id}/events`)).toEqual(before)
    expect((await send(`/villages/${village}/people`, { headers: neighbour })).status).toBe(403)
  })

  it('what is public of a county is read there, of its own places and of no other', async () => {
    const of = async (division: string) => (await send(`/public/consultations?division=${division}`)).status
    expect([await of(county), await of(village)]).toEqual([200, 200])
    for (const other of ['331121', '331121001', `1${county.slice(0, 5)}`]) expect(await of(other), other).toBe(404)
  })

  it('the city sees figures and no consultation; a village no dashboard', async () => {
    const city = await bearer('city', '3311')
    expect((await send('/dashboard', { api: 'city', headers: city })).status).toBe(200)
    expect((await send('/consultations', { headers: city })).status).toBe(403)
    expect((await send('/dashboard', { api: 'city' })).status).toBe(403)
  })

  it('a supervisor reads and gives no command', async () => {
    const { id } = await propose()
    const supervisor = await bearer('supervisor', village)
    expect((await send(`/consultations/${id}`, { headers: supervisor })).status).toBe(200)
    const headers = { ...supervisor, 'if-match': '"1"' }
    const body = { party: '书记', committee: '主任' }
    expect((await send(`/consultations/${id}/register-topic`, { method: 'POST', body, headers })).status).toBe(403)
  })
})

describe('an answer that is an error says what, where and by which clause', () => {
  const command = (id: string, name: string, body: unknown, headers: Record<string, string> = { 'if-match': '"1"' }) =>
    send(`/consultations/${id}/${name}`, { method: 'POST', body, headers })

  it.each([
    ['a wrong field', { ...topic, title: ' ' }, 400, { code: 'invalid', field: 'title' }],
    [
      'a wrong field deep inside',
      { ...topic, proposers: [{ kind: 'x', name: 'y' }] },
      400,
      { field: 'proposers.0.kind' },
    ],
    ['something unknown', { ...topic, colour: 'red' }, 400, { code: 'invalid' }],
    ['a matter that does not exist', { ...topic, matter: 'M9.9' }, 422, { clause: 'M6', field: 'matter' }],
    [
      'a proposer without a reason',
      { ...topic, proposers: [{ kind: 'residents', name: '王大爷' }] },
      422,
      { clause: 'P1a', field: 'exception' },
    ],
  ])('%s', async (_what, body, status, problem) => {
    const answer = await send('/consultations', { method: 'POST', body })
    expect(answer).toMatchObject({
      status,
      type: 'application/problem+json; charset=utf-8',
      body: { status, ...problem },
    })
    expect(answer.body.detail).toMatch(/[一-龥]/)
  })

  it('in English for who asks for it', async () => {
    const answer = await send('/consultations', { method: 'POST', body: {}, headers: { 'accept-language': 'en-GB' } })
    expect(answer.body.detail).toMatch(/^[A-Z][a-z ,.'’]+/)
  })

  it('which of several villages there is none of', async () => {
    const township = village.slice(0, 9)
    const body = { ...topic, division: township, villages: [village, `${township}999`] }
    const bearer = await cityAt(Number(new URL(origin).port), data).token('township', township)
    const sent = await send('/consultations', { method: 'POST', body, headers: { authorization: `Bearer ${bearer}` } })
    expect(sent).toMatchObject({ status: 422, body: { code: 'divisionUnknown', field: 'villages.1' } })
  })

  it('404, 405, 415, 400, 428 mean what they say', async () => {
    const { id } = await propose()
    expect((await send('/nothing')).status).toBe(404)
    expect((await send('/consultations/01AAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
    expect((await send('/consultations', { method: 'DELETE' })).status).toBe(405)
    expect((await send('/consultations', { method: 'POST', raw: '{', headers: {} })).status).toBe(400)
    expect(
      (await send('/consultations', { method: 'POST', raw: 'a=b', headers: { 'content-type': 'text/plain' } })).status,
    ).toBe(415)
    expect(await command(id, 'register-topic', { party: 'a', committee: 'b' }, {})).toMatchObject({
      status: 428,
      body: { code: 'versionMissing' },
    })
    expect(
      (await send('/consultations', { method: 'POST', body: topic, headers: { 'idempotency-key': '' } })).status,
    ).toBe(400)
  })

  it('409 of a state says the clause, and nothing is written', async () => {
    const { id } = await propose()
    expect(await command(id, 'choose-forms', { forms: ['meeting'] })).toMatchObject({
      status: 409,
      body: { clause: 'P4', code: 'notListed' },
    })
    const { events } = await countyOfficer.get<{ events: unknown[] }>(`/consultations/${id}/events`)
    expect(events).toHaveLength(1)
  })

  it('two officers at once: one succeeds, the other gets 409 with what changed', async () => {
    const { id } = await propose()
    const second = await cityAt(Number(new URL(origin).port), data).token('village', village, 2)
    const answers = await Promise.all([
      command(id, 'register-topic', { party: '书记', committee: '主任' }),
      command(id, 'return-topic', { reason: '请补充' }, { 'if-match': '"1"', authorization: `Bearer ${second}` }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const loser = answers.find(({ status }) => status === 409)
    expect(loser?.body).toMatchObject({ code: 'changed', version: 2, changes: [{ number: 2, own: false }] })
  })

  it('a list and a history go on with their cursors, and a record names its place', async () => {
    const ids: string[] = []
    for (let count = 0; count < 3; count++) {
      const { consultation } = await countyOfficer.post<{ consultation: Consultation }>('/consultations', topic)
      ids.unshift(consultation.id)
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const path = `/consultations?limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}`
      const page = await countyOfficer.get<{ consultations: { id: string }[]; cursor?: string }>(path)
      seen.push(...page.consultations.map(({ id }) => id))
      cursor = page.cursor
    } while (cursor !== undefined)
    expect(seen.slice(0, 3)).toEqual(ids)
    expect(new Set(seen).size).toBe(seen.length)
    await countyOfficer.command(ids[0] ?? '', 'register-topic', { party: '书记', committee: '主任' })
    type Events = { events: { number: number }[]; cursor?: string }
    const last = await countyOfficer.get<Events>(`/consultations/${ids[0]}/events?limit=1`)
    const first = await countyOfficer.get<Events>(`/consultations/${ids[0]}/events?limit=1&cursor=${last.cursor}`)
    expect([...last.events, ...first.events].map(({ number }) => number)).toEqual([2, 1])
    expect(first.cursor).toBeUndefined()
    const { body } = await send(`/consultations/${ids[0]}/record`)
    expect(JSON.stringify(body)).toContain('丽水市莲都区')
  })

  it('the same key gives the first answer, and another request under it is refused', async () => {
    const headers = { 'idempotency-key': newKey() }
    const [first, again] = [
      await send('/consultations', { method: 'POST', body: topic, headers }),
      await send('/consultations', { method: 'POST', body: topic, headers }),
    ]
    expect(again).toEqual(first)
    const other = await send('/consultations', { method: 'POST', body: { ...topic, title: '另一个' }, headers })
    expect(other).toMatchObject({ status: 422, body: { code: 'keyReused' } })
  })

  it('401 is the gateway’s own message, and 413 a problem, as the documents say', async () => {
    const none = await fetch(`${origin}/api/${county}/consultations`)
    expect([none.status, none.headers.get('content-type')?.split(';')[0]]).toEqual([401, 'application/json'])
    expect(await none.json()).toEqual({ message: 'Unauthorized' })
    const long = await send('/links/nobody/ballot', { method: 'POST', raw: `{"x":"${'x'.repeat(66_000)}"}` })
    expect(long).toMatchObject({ status: 413, body: { code: 'tooLarge' } })
    // Whether there is such a link is looked up first: what was sent to none is not read.
    expect(await send('/links/nobody/opinions', { method: 'POST', raw: '{' })).toMatchObject({ status: 404 })
  })

  it('a personal link that nobody has is not found, whatever it looks like', async () => {
    for (const link of ['x', 'a'.repeat(22), '..%2F..', '%00', '😀', 'a'.repeat(5000)])
      expect((await send(`/links/${encodeURIComponent(link)}`)).status, link.slice(0, 20)).toBeGreaterThanOrEqual(400)
  })
})

type Document = { paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> } }>> }

describe('no request makes a 500', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 3000 }),
    fc.constantFrom('__proto__', 'constructor', '\u0000', '\ud800', '../..', '%', '%zz', '1e999', '-0', 'null', '💥'),
  )
  const anyBody = fc.oneof(
    fc.json({ maxDepth: 4, noUnicodeString: false } as object),
    odd,
    fc.dictionary(odd, fc.jsonValue()).map((value) => JSON.stringify(value)),
    fc.constantFrom('[]', 'null', '0', '""', '{"__proto__":{}}', `${'['.repeat(3000)}${']'.repeat(3000)}`),
  )
  const well = (text: string) => encodeURIComponent(text.toWellFormed())

  /** A sensible topic in which one field was replaced by anything. */
  const nearlyRight = fc
    .record({ field: fc.constantFrom(...Object.keys(topic)), value: fc.jsonValue() })
    .map(({ field, value }) => JSON.stringify({ ...topic, [field]: value }))

  it('whatever the path, the query, the headers and the body', async () => {
    const { id } = await propose()
    const cases: { api: string; path: string; method: string; csv: boolean }[] = []
    for (const api of [county, 'city']) {
      const document = (await (await fetch(`${origin}/api/${api}/openapi.json`)).json()) as Document
      for (const [path, methods] of Object.entries(document.paths))
        for (const [method, operation] of Object.entries(methods))
          cases.push({
            api,
            path,
            method: method.toUpperCase(),
            csv: 'text/csv' in (operation.requestBody?.content ?? {}),
          })
    }
    expect(cases.length).toBeGreaterThan(30)
    const city = await bearer('city', '3311')
    const answers: number[] = []
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.boolean(),
        odd,
        odd,
        fc.oneof(anyBody, nearlyRight),
        fc.constantFrom('"1"', '1', 'x', '"99999999999"', ''),
        async (one, real, param, query, body, version) => {
          const fill = (_: string, name: string) =>
            name === 'id' && real ? id : name === 'village' && real ? village : well(param)
          const path = `${one.path.replace(/\{(\w+)\}/g, fill)}?cursor=${well(query)}&limit=${well(query)}&division=${well(param)}`
          const answer = await send(path, {
            method: one.method,
            api: one.api,
            ...(one.method !== 'GET' && { raw: body.toWellFormed() }),
            headers: {
              ...(one.csv && { 'content-type': 'text/csv' }),
              ...(one.api === 'city' && city),
              'if-match': version,
            },
          })
          answers.push(answer.status)
          expect(
            answer.status,
            `${one.method} ${path} ${body.slice(0, 200)} ${JSON.stringify(answer.body)}`,
          ).toBeLessThan(500)
        },
      ),
      { numRuns: 1500, seed: Date.now() % 2 ** 31 },
    )
    for (const status of [200, 400, 404]) expect(answers).toContain(status)
  }, 240_000)

  it('nor a set of seats that is none, or that names a seat twice', async () => {
    const { id } = await propose()
    const headers = await bearer('village', village)
    const of = async (seats: string) =>
      (await send(`/consultations/${id}/seats?of=${encodeURIComponent(seats)}`, { headers })).status
    for (const wrong of ['~A', '~AAAAA', 'x', '1-', '1,,2']) expect(await of(wrong), wrong).toBe(400)
    for (const right of ['', '1,1', '1-3,2', '9-1', '0', '~AA', '~____']) expect(await of(right), right).toBe(200)
  })

  it('nor a record that grows beyond what one item holds', async () => {
    const { id } = await propose()
    await countyOfficer.command(id, 'register-topic', { party: '书记', committee: '主任' })
    // Words that no compression shortens.
    const noise = () =>
      Array.from({ length: 1000 }, () => String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000))).join('')
    const aspects = () => ({
      problem: noise(),
      manifestation: noise(),
      impact: noise(),
      cause: noise(),
      solution: noise(),
      cautions: noise(),
    })
    const statuses: string[] = []
    for (let item = 1; item <= 100 && !statuses.includes('recordFull'); item++)
      await countyOfficer
        .command(id, 'add-item', { title: `第${item}条`, aspects: aspects() })
        .then(() => statuses.push('added'))
        .catch((error: { problem?: { code?: string } }) => statuses.push(error.problem?.code ?? String(error)))
    expect(new Set(statuses)).toEqual(new Set(['added', 'recordFull']))
    const { consultation } = await countyOfficer.get<{ consultation: Consultation }>(`/consultations/${id}`)
    expect(consultation.items).toHaveLength(statuses.length - 1)
  }, 120_000)

  it('and none of them was logged as unexpected', () => {
    expect(running.output()).not.toMatch(/"message":"unexpected"/)
  })
})
