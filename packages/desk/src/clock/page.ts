import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Page } from '../http/gateway.ts'
import { buttonScript, buttonStyle } from './button.ts'
import type { Clock } from './clock.ts'
import { instantIn, mostAhead, stepIn } from './instants.ts'

const signEveryMs = 10_000

type Asked = { readonly by?: unknown; readonly to?: unknown }

/** What was asked for as an instant, or why not. */
function targetOf({ by, to }: Asked, now: number, offset: string): number | string {
  const step = typeof by === 'string' ? stepIn(by) : undefined
  const instant = typeof to === 'string' ? (instantIn(to, offset) ?? zoned(to)) : undefined
  const target = step === undefined ? instant : now + step
  if (target === undefined)
    return '请写 +3d、+2h、+30m，或将来的时间，例如 2026-12-01 09:00。\nWrite +3d, +2h, +30m, or a time to come such as 2026-12-01 09:00.'
  if (target <= now) return '时钟只能往前拨。\nThe clock only goes forward.'
  if (target - now > mostAhead) return '一次最多往前拨一年。\nAt most a year ahead at a time.'
  return target
}

const zoned = (text: string): number | undefined =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : undefined

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  let text = ''
  for await (const chunk of request) text += String(chunk).slice(0, 1000)
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null ? value : {}
}

/**
 * `/clock`: tells the desk's time, and puts it forward: `POST {"by": "+3d"}` or `{"to": "2026-12-01 09:00"}`. It belongs to
 * the desk: nothing that is deployed knows of it.
 * @param offset of the zone in which a time without one is meant
 */
export function clockPages(
  clock: Clock,
  origins: readonly string[],
  offset: string,
  advance: (target: number) => Promise<number>,
): Page {
  const json = (response: ServerResponse, status: number, body: unknown): true => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
    return true
  }
  const text = (response: ServerResponse, type: string, body: string): true => {
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }).end(body)
    return true
  }
  return async (request, response, url) => {
    if (url.pathname === '/clock/button.js') return text(response, 'text/javascript', buttonScript(offset))
    if (url.pathname === '/clock/button.css') return text(response, 'text/css', buttonStyle)
    if (url.pathname !== '/clock') return false
    if (request.method === 'GET') return json(response, 200, { now: clock.date().toISOString() })
    // A page of another origin can send a form here, but neither this type nor this origin.
    const own = request.headers.origin === undefined || origins.includes(request.headers.origin)
    if (request.method !== 'POST' || !own || request.headers['content-type'] !== 'application/json')
      return json(response, 403, { message: 'POST application/json' })
    const target = targetOf(await bodyOf(request).catch(() => ({})), clock.now(), offset)
    if (typeof target === 'string') return json(response, 422, { message: target })
    // A long way takes its time: a space now and then tells that it is under way.
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.write(' ')
    const sign = setInterval(() => response.write(' '), signEveryMs)
    const now = new Date(await advance(target).finally(() => clearInterval(sign))).toISOString()
    response.end(JSON.stringify({ now }))
    return true
  }
}
