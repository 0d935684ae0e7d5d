import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { filterOf } from '../src/sources/filter.ts'
import { openLoop } from '../src/sources/loop.ts'
import { openPace } from '../src/sources/pace.ts'
import { TemplateError } from '../src/templates/evaluate.ts'

const filter = (...patterns: unknown[]) =>
  filterOf({ Filters: patterns.map((one) => ({ Pattern: JSON.stringify(one) })) })

describe('what an event source hands on', () => {
  const insert = (PK: string) => ({
    eventName: 'INSERT',
    dynamodb: { Keys: { PK: { S: PK } }, NewImage: { n: { N: '3' } } },
  })
  const keys = (rule: unknown) => ({ dynamodb: { Keys: { PK: { S: rule } } } })

  it.each<[string, unknown[], boolean]>([
    ['one of the values', [{ eventName: ['INSERT', 'MODIFY'] }], true],
    ['none of the values', [{ eventName: ['REMOVE'] }], false],
    ['a beginning', [keys([{ prefix: 'LINK#' }])], true],
    ['an end', [keys([{ suffix: '#x' }])], false],
    ['anything but a beginning', [keys([{ 'anything-but': { prefix: 'LINK#' } }])], false],
    ['anything but a value', [keys([{ 'anything-but': ['CASE#1'] }])], true],
    ['what is there', [{ dynamodb: { NewImage: { n: [{ exists: true }] } } }], true],
    ['what is not there', [{ dynamodb: { OldImage: { n: [{ exists: false }] } } }], true],
    ['a name not there', [{ other: ['x'] }], false],
    ['all of its fields', [{ eventName: ['INSERT'], ...keys(['CASE#1']) }], false],
    ['one filter of several', [{ eventName: ['REMOVE'] }, keys([{ prefix: 'LINK' }])], true],
    ['one way of several', [{ $or: [{ eventName: ['REMOVE'] }, keys(['LINK#1'])] }], true],
    ['upper and lower case', [{ eventName: [{ 'equals-ignore-case': 'insert' }] }], true],
  ])('is by %s', (_name, patterns, wanted) => {
    expect(filter(...patterns)(insert('LINK#1'))).toBe(wanted)
  })

  it('is by a range of numbers', () => {
    const inRange = filter({ n: [{ numeric: ['>', 0, '<=', 5] }] })
    expect([0, 1, 5, 6, '1'].map((n) => inRange({ n }))).toEqual([false, true, true, false, false])
  })

  it('is everything without criteria, and an error where they are not understood', () => {
    expect(filterOf(undefined)({})).toBe(true)
    expect(() => filter({ a: [{ cidr: '10.0.0.0/8' }] })).toThrow(TemplateError)
    expect(() => filter({ a: 'x' })).toThrow(TemplateError)
  })
})

describe('reading of streams', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** Reads of each source, while writes come as told. */
  async function reads(
    sources: readonly string[],
    forMs: number,
    write: (ms: number, touch: (source: string) => void) => void,
  ) {
    const pace = openPace({ roundMs: 300, idleMs: 5_000 })
    const at: Record<string, number[]> = Object.fromEntries(sources.map((source) => [source, []]))
    const began = Date.now()
    let over = false
    for (const source of sources)
      void (async () => {
        while (!over) {
          await pace.turn(source)
          if (!over) at[source]?.push(Date.now() - began)
        }
      })()
    for (let ms = 0; ms < forMs; ms += 5) {
      write(ms, pace.touch)
      await vi.advanceTimersByTimeAsync(5)
    }
    over = true
    for (const source of sources) pace.leave(source)
    return at
  }

  it('comes a few times a second, however much is written, to all written sources together', async () => {
    const at = await reads(['a', 'b', 'quiet'], 3_000, (_ms, touch) => {
      touch('a')
      touch('b')
    })
    expect(at.a?.length).toBeLessThanOrEqual(10)
    expect(at.a?.length).toBeGreaterThanOrEqual(9)
    expect(at.b).toEqual(at.a)
    expect(at.quiet).toEqual([])
  })

  it('comes soon after a single write, and seldom without any', async () => {
    const at = await reads(['a'], 12_000, (ms, touch) => {
      if (ms === 2_000) touch('a')
    })
    expect(at.a?.[0]).toBeGreaterThan(2_000)
    expect(at.a?.[0]).toBeLessThan(2_350)
    expect(at.a).toHaveLength(2)
  })

  it('that fails is said once until it goes well again', async () => {
    const said: unknown[] = []
    let down = true
    const loop = openLoop(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 10))
        if (down) throw new Error('refused')
      },
      (error) => said.push(error),
      () => new Promise((resolve) => setTimeout(resolve, 10)),
    )
    await vi.advanceTimersByTimeAsync(200)
    expect(said).toHaveLength(1)
    down = false
    await vi.advanceTimersByTimeAsync(200)
    down = true
    await vi.advanceTimersByTimeAsync(200)
    expect(said).toHaveLength(2)
    const ended = loop.stop()
    await vi.advanceTimersByTimeAsync(50)
    await ended
  })
})
