import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killLoop, type Outcome, wordsOf } from './kills/loop.ts'

/** A few of the hundred kills of `pnpm soak`. The seed says at which moments. */
const kills = 3
const seed = 20_261

let outcome: Outcome

beforeAll(async () => {
  outcome = await killLoop({ kills, seed, workers: 2, say: () => undefined })
}, 600_000)

afterAll(() => {
  if (outcome !== undefined) for (const line of wordsOf(outcome)) console.log(line)
})

describe('a city of two counties, killed with its engines again and again', () => {
  it('P6c, U3: loses nothing acknowledged, doubles nothing, and finishes what was under way', () => {
    expect(outcome).toMatchObject({ kills, wrong: [] })
    expect(outcome.acknowledged).toBeGreaterThan(60)
  })

  it('P3a: each phone gets each message once, or its seat is on the list of those to be told at the door', () => {
    expect(outcome.sms.doubled).toBe(0)
    expect(outcome.sms.received).toBeGreaterThanOrEqual(outcome.sms.due - outcome.uncertain.length * 2)
  })

  it('U2: no phone number and no personal link is in any log line', () => {
    expect(outcome.spilled).toBe(0)
  })
})
