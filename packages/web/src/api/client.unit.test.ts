import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { ApiFailure } from '../shared/problem.ts'
import { answered, clientOf } from './client.ts'
import type { paths } from './county.gen.d.ts'
import type { CountyPaths } from './families.ts'
import type { ConsultationView } from './staff.ts'

type Giving = CountyPaths['/consultations/{id}/{command}']['post']
type CommandName = Giving['parameters']['path']['command']
type AnswerToCommand = Giving['responses'][200]['content']['application/json']

const base = 'https://xieshang.example/api/331102'
const asked: Request[] = []
let answer: () => Response

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('localStorage', { getItem: () => null })
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request)
    return answer()
  })
})
afterEach(() => vi.unstubAllGlobals())

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

describe('a client of the API', () => {
  it('asks in the language of the person and gives what was answered', async () => {
    answer = () => json({ code: '331102' })
    expect(await answered(clientOf<paths>(base).GET('/me'))).toEqual({ code: '331102' })
    expect(asked[0]?.headers.get('accept-language')).toBe('zh-CN')
  })

  it('throws an error in the API’s own words', async () => {
    const problem = { status: 422, code: 'tooEarly', title: '', detail: '还没有到时间', clause: 'P6a' }
    answer = () => json(problem, 422)
    const failure = await answered(clientOf<paths>(base).GET('/me')).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ApiFailure)
    expect(failure).toMatchObject({ problem })
  })

  it('tells by the status what a gateway says in words of its own', async () => {
    answer = () => json({ message: 'Unauthorized' }, 401)
    await expect(clientOf<paths>(base).GET('/me')).rejects.toMatchObject({
      problem: { status: 401, code: 'unauthorised', detail: '' },
    })
    answer = () => new Response('<html>Bad gateway</html>', { status: 502 })
    await expect(clientOf<paths>(base).GET('/me')).rejects.toMatchObject({ problem: { status: 502, code: 'failed' } })
  })

  it('lets a middleware say who asks', async () => {
    answer = () => json({})
    const client = clientOf<paths>(base, {
      onRequest({ request }) {
        request.headers.set('authorization', 'Bearer token')
        return request
      },
    })
    await client.GET('/me')
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer token')
  })

  it('sends a command by the path that the document has for it', async () => {
    answer = () => json({})
    await clientOf<CountyPaths>(base).POST('/consultations/{id}/{command}', {
      params: { path: { id: 'C1', command: 'register-topic' }, header: { 'Idempotency-Key': 'k', 'If-Match': '"7"' } },
      body: { party: '甲', committee: '乙' },
    })
    const [request] = asked
    expect(request?.url).toBe(`${base}/consultations/C1/register-topic`)
    expect(request?.headers.get('if-match')).toBe('"7"')
    expect(await request?.json()).toEqual({ party: '甲', committee: '乙' })
  })

  it('knows no command that no officer may give', () => {
    expectTypeOf<'count-round'>().not.toExtend<CommandName>()
    expectTypeOf<'close-round'>().toExtend<CommandName>()
    expectTypeOf<AnswerToCommand>().toEqualTypeOf<ConsultationView>()
  })
})
