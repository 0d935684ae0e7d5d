import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { momentsIn, runByClock } from '../src/clock/advance.ts'
import { openClock } from '../src/clock/clock.ts'
import { instantIn, stepIn } from '../src/clock/instants.ts'
import { openQuiet } from '../src/clock/quiet.ts'
import { StartFailure } from '../src/engines/failure.ts'
import { dueTimes } from '../src/schedules/schedules.ts'
import { openState, type State } from '../src/state/state.ts'
import { TemplateError } from '../src/templates/evaluate.ts'

const day = 86_400_000
let folder: string
let state: State

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-clock-'))
  state = openState(folder)
})

afterEach(() => {
  state.close()
  rmSync(folder, { recursive: true })
})

const near = (instant: number, other: number) => expect(Math.abs(instant - other)).toBeLessThan(3_000)

describe('the clock', () => {
  it('is the machine’s at a first start, goes forward only, and goes on over restarts', () => {
    const clock = openClock(state)
    near(clock.now(), Date.now())
    clock.set(Date.now() + 3 * day)
    near(clock.now(), Date.now() + 3 * day)
    clock.set(Date.now())
    near(clock.now(), Date.now() + 3 * day)
    near(openClock(state).now(), Date.now() + 3 * day)
  })

  it('is set at a first start, also to a day gone by, and not again', () => {
    const first = Date.parse('2026-03-02T08:00:00+08:00')
    near(openClock(state, first).now(), first)
    near(openClock(state).now(), first)
    expect(() => openClock(state, first)).toThrow(StartFailure)
  })

  it('is not turned back when the machine’s is', () => {
    // Kept by a run while the machine's clock was a day ahead of what it is now.
    state.set('clock', JSON.stringify({ ahead: 0, seen: Date.now() + day }))
    near(openClock(state).now(), Date.now() + day)
  })

  it('is what a library sees that knows only Date, and nobody else', async () => {
    const clock = openClock(state)
    clock.set(Date.now() + 3 * day)
    const inside = await clock.within(async () => {
      await new Promise((done) => setTimeout(done, 1))
      return [Date.now(), Date.parse(new Date().toISOString())]
    })
    for (const one of inside) near(one, clock.now())
    expect(clock.now() - Date.now()).toBeGreaterThan(2 * day)
  })
})

describe('a schedule', () => {
  it.each([
    ['rate(5 minutes)', '2026-03-01T08:02:00Z', '2026-03-01T08:05:00Z'],
    ['rate(5 minutes)', '2026-03-01T08:05:00Z', '2026-03-01T08:10:00Z'],
    ['rate(1 day)', '2026-03-01T08:02:00Z', '2026-03-02T00:00:00Z'],
    ['cron(0 7 * * ? *)', '2026-03-01T08:02:00Z', '2026-03-01T23:00:00Z'],
    ['cron(0 7 * * ? *)', '2026-03-01T23:00:00Z', '2026-03-02T23:00:00Z'],
  ])('%s is due after %s at %s', (expression, after, at) => {
    expect(dueTimes(expression, 'Asia/Shanghai')(Date.parse(after))).toBe(Date.parse(at))
  })

  it.each(['rate(0 minutes)', 'rate(5 weeks)', 'cron(0 7)', 'at(2026-03-01T08:00:00)'])('%s is not known', (odd) => {
    expect(() => dueTimes(odd, 'UTC')).toThrow(TemplateError)
  })
})

describe('going forward', () => {
  const from = Date.parse('2026-03-01T08:02:00Z')
  const due = (expression: string) => ({ expression, next: dueTimes(expression, 'Asia/Shanghai') })

  it('calls what falls due in between in order, at its own times', () => {
    const all = [due('rate(5 minutes)'), due('cron(10 16 * * ? *)')]
    const moments = momentsIn(all, from, from + 15 * 60_000)
    expect(moments.map(({ at, due: calls }) => [new Date(at).toISOString().slice(11, 16), calls.length])).toEqual([
      ['08:05', 1],
      ['08:10', 2],
      ['08:15', 1],
    ])
  })

  it.each([1, 3, 7, 30, 400])('calls what is due all the time a bounded number of times over %s days', (days) => {
    const often = due('rate(1 minute)')
    const daily = due('cron(0 7 * * ? *)')
    const moments = momentsIn([often, daily], from, from + days * day)
    const calls = (one: object) => moments.filter(({ due: called }) => called.some((call) => call === one))
    expect(calls(often).length).toBeLessThanOrEqual(50)
    // The last of each step: nothing that was due is left waiting at the end.
    expect(from + days * day - (calls(often).at(-1)?.at ?? 0)).toBeLessThanOrEqual(60_000)
    if (days <= 30) expect(calls(daily)).toHaveLength(days)
  })

  it('waits for what follows from one moment before it goes to the next, one advance at a time', async () => {
    const clock = openClock(state, from)
    const story: string[] = []
    const time = () => new Date(clock.now()).toISOString().slice(11, 16)
    const running = runByClock(
      clock,
      [
        {
          next: dueTimes('rate(5 minutes)', 'UTC'),
          call: async () => {
            story.push(`due ${time()}`)
            await new Promise((done) => setTimeout(done, 5))
            story.push(`done ${time()}`)
          },
        },
      ],
      async () => void story.push('settled'),
    )
    const [first, second] = await Promise.all([running.advance(from + 5 * 60_000), running.advance(from + 4 * 60_000)])
    await running.stop()
    near(first, from + 5 * 60_000)
    near(second, from + 5 * 60_000)
    expect(story).toEqual(['settled', 'due 08:05', 'done 08:05', 'settled', 'settled', 'settled', 'settled'])
    near(openClock(state).now(), from + 5 * 60_000)
  })

  it('waits until what was written has been handed on', async () => {
    let working = 0
    const quiet = openQuiet(() => working > 0)
    const before = performance.now()
    await quiet.settled()
    expect(performance.now() - before).toBeLessThan(100)
    quiet.note()
    working = 1
    setTimeout(() => {
      working = 0
    }, 200)
    await quiet.settled()
    expect(performance.now() - before).toBeGreaterThan(800)
  })
})

describe('what a person writes', () => {
  it.each([
    ['+3d', 3 * day],
    ['+2h', 7_200_000],
    ['+30m', 1_800_000],
    ['+1d12h', 1.5 * day],
    ['+', undefined],
    ['3d', undefined],
    ['-3d', undefined],
    ['+3w', undefined],
  ])('%s', (text, ms) => expect(stepIn(text)).toBe(ms))

  it.each([
    ['2026-12-01 09:00', '2026-12-01T01:00:00.000Z'],
    ['2026-12-01T09:00:30', '2026-12-01T01:00:30.000Z'],
    ['2026-12-01', '2026-11-30T16:00:00.000Z'],
    ['2026-13-01', undefined],
    ['2026-02-30', undefined],
    ['2026-12-01 25:00', undefined],
    ['tomorrow', undefined],
  ])('%s', (text, instant) => {
    const read = instantIn(text, '+08:00')
    expect(read === undefined ? undefined : new Date(read).toISOString()).toBe(instant)
  })
})
