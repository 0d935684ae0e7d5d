import { placeCodeOf } from '@xieshang/kernel'
import { text } from '@xieshang/rules'
import type { Context } from 'aws-lambda'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { createLog, httpHandler, implement, operation, Problem, Under } from '../src/index.ts'

const named = z.object({ name: z.string(), inner: z.object({ n: z.int() }).optional() })
const summary = text('试', 'Try')
const odd = (answer: unknown) => answer as z.infer<typeof named>

const read = (answer: unknown) =>
  implement(
    operation({ id: 'read', method: 'get', path: '/read', summary, verb: 'open', answer: { schema: named } }),
    async () => odd(answer),
  )

const written: unknown[] = []
const body = z.strictObject({ words: z.array(z.string().max(3)).max(100) })
const write = implement(
  operation({
    id: 'write',
    method: 'post',
    path: '/there/{id}',
    summary,
    verb: 'open',
    params: z.object({ id: z.string() }),
    body,
    answer: { schema: named },
  }),
  async ({ params, body: sent }) => {
    if (params.id !== 'here') throw Problem.of('notFound')
    written.push(sent())
    return { name: 'ok' }
  },
)
const officeOperation = operation({
  id: 'office',
  method: 'post',
  path: '/office',
  summary,
  verb: 'administer',
  body,
  mostBytes: 200,
  answer: { schema: named },
})
const office = implement(officeOperation, async ({ prove }) => {
  prove(placeCodeOf('331102001'))
  return { name: 'ok' }
})

const log = createLog({}, 'error')

type Asked = { method?: string; path: string; raw?: string; base64?: boolean; claims?: Record<string, string> }

async function answerOf(
  implementations: Parameters<typeof httpHandler>[1],
  { method = 'GET', path, raw, base64 = false, claims }: Asked,
) {
  const answer = await httpHandler({ log, tenant: placeCodeOf('331102'), frontSecret: '' }, implementations)(
    {
      version: '2.0',
      routeKey: 'ANY /{proxy+}',
      rawPath: path,
      rawQueryString: '',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      requestContext: {
        http: { method, path },
        ...(claims !== undefined && { authorizer: { jwt: { claims } } }),
      },
      isBase64Encoded: base64,
      ...(raw !== undefined && { body: raw }),
    } as never,
    { awsRequestId: 'r' } as Context,
  )
  return {
    status: answer.statusCode,
    type: answer.headers?.['content-type'],
    location: answer.headers?.location,
    body: JSON.parse(answer.body ?? 'null'),
  }
}

const long = (answer: unknown) =>
  implement(
    operation({
      id: 'long',
      method: 'post',
      path: '/there/{id}/long',
      summary,
      verb: 'open',
      params: z.object({ id: z.string() }),
      answer: { schema: named },
      also: { 202: summary },
    }),
    async () => new Under(202, odd(answer), '../here'),
  )

describe('an answer', () => {
  it('of an act that goes on by itself is 202 and says where to look, and is parsed like any other', async () => {
    const asked = { method: 'POST', path: '/there/here/long' }
    const answer = await answerOf([long({ name: 'a', sub: 'u1' })], asked)
    expect(answer).toMatchObject({ status: 202, location: '../here', body: { name: 'a' } })
    expect(answer.body).not.toHaveProperty('sub')
    const lines = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    expect((await answerOf([long({ name: 7 })], asked)).status).toBe(500)
    lines.mockRestore()
  })

  it('has what its document says, and nothing else that the code had at hand', async () => {
    const answer = await answerOf([read({ name: 'a', sub: 'u1', facts: [1], inner: { n: 1, sub: 'u2' } })], {
      path: '/read',
    })
    expect(answer).toMatchObject({ status: 200, body: { name: 'a', inner: { n: 1 } } })
    expect(JSON.stringify(answer.body)).not.toMatch(/sub|facts/)
  })

  it('that is not what its document says does not leave, and the log says where it was wrong and not what it was', async () => {
    const lines = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const answer = await answerOf([read({ name: 7, inner: { n: '13812345678' } })], { path: '/read' })
    const log = lines.mock.calls.map(([line]) => String(line)).join('')
    lines.mockRestore()
    expect(answer).toMatchObject({ status: 500, type: 'application/problem+json; charset=utf-8' })
    expect(log).toContain('read answered what its document does not say: name invalid_type; inner.n invalid_type')
    expect(log).not.toContain('138')
  })
})

describe('the mount of a custom domain', () => {
  it('is no part of an operation’s path, and another tenant’s is', async () => {
    const here = [read({ name: 'a' })]
    expect(await answerOf(here, { path: '/api/331102/read' })).toMatchObject({ status: 200 })
    expect(await answerOf(here, { path: '/read' })).toMatchObject({ status: 200 })
    for (const path of ['/api/331121/read', '/api/331102', '/api/331102read', '/api/city/read'])
      expect((await answerOf(here, { path })).status, path).toBe(404)
  })
})

describe('what anybody sends', () => {
  const post = (path: string, raw: string, more: Partial<Asked> = {}) =>
    answerOf([write, office], { method: 'POST', path, raw, ...more })

  it('is not read before somebody looked whether there is anything to send it to', async () => {
    expect(await post('/there/nowhere', '{"words":[1')).toMatchObject({ status: 404 })
    expect(await post('/there/here', '{"words":[1')).toMatchObject({ status: 400, body: { code: 'notJson' } })
    expect(await post('/there/here', '{"words":["a"]}')).toMatchObject({ status: 200 })
    expect(written).toEqual([{ words: ['a'] }])
  })

  it('has at most 64 KB, whatever it is and wherever it goes', async () => {
    const room = (bytes: number) => `{"words":["a"],"x":"${'x'.repeat(bytes - '{"words":["a"],"x":""}'.length)}"}`
    for (const path of ['/there/here', '/there/nowhere'])
      expect(await post(path, room(65_537))).toMatchObject({
        status: 413,
        type: 'application/problem+json; charset=utf-8',
        body: { code: 'tooLarge' },
      })
    expect(await post('/there/here', room(65_536))).toMatchObject({ status: 400, body: { code: 'invalid' } })
    // Three bytes each, and as the gateway hands on what is no text.
    expect(await post('/there/here', '协'.repeat(21_846))).toMatchObject({ status: 413 })
    const encoded = Buffer.from(room(65_539)).toString('base64')
    expect(await post('/there/here', encoded, { base64: true })).toMatchObject({ status: 413 })
  })

  it('has a bound of its own where an officer sends it', async () => {
    const claims = { sub: 'u', role: 'county', division: '331102', tenant: '331102' }
    expect(await post('/office', '{"words":[]}', { claims })).toMatchObject({ status: 200 })
    expect(await post('/office', `{"words":["${'x'.repeat(200)}"]}`, { claims })).toMatchObject({ status: 413 })
  })

  it('with many faults is told the first twenty, and what is not known is not handed back', async () => {
    const many = await post('/there/here', JSON.stringify({ words: Array.from({ length: 90 }, () => 'long') }))
    expect(many.body.errors).toHaveLength(20)
    const keys = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`${'k'.repeat(50)}${n}`, n]))
    const unknown = await post('/there/here', JSON.stringify({ words: [], ...keys }))
    expect(unknown).toMatchObject({ status: 400, body: { code: 'invalid' } })
    expect(JSON.stringify(unknown.body).length).toBeLessThan(1000)
  })
})
