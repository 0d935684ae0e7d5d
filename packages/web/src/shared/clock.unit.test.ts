import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hear, isTold, now } from './clock.ts'

const machine = Date.parse('2026-03-05T08:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: machine })
})

afterEach(() => {
  vi.useRealTimers()
})

/** An answer that came now, made at a time by the server's clock. */
const answer = (at: string, cache = 'no-store', status = 200) => ({
  status,
  headers: new Headers({ date: new Date(at).toUTCString(), 'cache-control': cache }),
})
const shown = () => now().toISOString()

describe('the time on a page', () => {
  it('is the machine’s until the server tells its own, and not for an answer that lay in a cache', () => {
    hear(answer('2026-03-01T00:00:00Z', 'public, max-age=3600'), machine)
    expect([shown(), isTold()]).toEqual(['2026-03-05T08:00:00.000Z', false])
  })

  it('is the server’s on a phone whose clock is wrong, and on a desk that was put forward', () => {
    for (const at of ['2026-03-02T08:00:00Z', '2026-03-08T08:00:00Z', '2026-03-11T20:00:00Z']) {
      hear(answer(at), machine)
      expect(Math.abs(now().getTime() - Date.parse(at))).toBeLessThanOrEqual(1000)
    }
    expect(isTold()).toBe(true)
    vi.advanceTimersByTime(60_000)
    expect(shown()).toMatch(/^2026-03-11T20:01:0/)
  })

  it('is told by the gateway’s refusal of a token that is over, too', () => {
    hear(answer('2026-03-20T08:00:00Z', '', 401), machine)
    expect(shown()).toMatch(/^2026-03-20T08:00:0/)
  })

  it('is not moved by an answer that only took its time', () => {
    hear(answer('2026-03-05T08:00:00Z'), machine)
    const before = now().getTime() - Date.now()
    vi.advanceTimersByTime(20_000)
    // Made two seconds after it was asked for, heard eighteen later.
    hear(answer('2026-03-05T08:00:02Z'), machine)
    expect(now().getTime() - Date.now()).toBe(before)
  })
})

it('is told by one place: no page asks its machine', () => {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  const asking = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\.gen\.|shared\/clock\.ts$/.test(name.replaceAll('\\', '/')))
    .filter((name) =>
      /new Date\(\)|Date\.now\(|\bfetch\('?`?\/api|createClient<paths>\(\{(?!.*fetch: timedFetch)/.test(
        readFileSync(join(folder, name), 'utf8'),
      ),
    )
  expect(asking).toEqual([])
})
