import { describe, expect, it } from 'vitest'
import { now, Register } from '../../test/register.ts'

const later = '2026-05-20T04:00:00.001Z'
const talk = { place: '礼堂', host: '书记', regular: 'regular', attended: 9, report: '工作', opinions: [] }
const council = { place: '礼堂', host: '书记', attended: 9, topics: [{ topic: '道路', conclusion: '修' }] }
const yearReview = { subject: 'year', year: 2026, place: '礼堂' }

describe('what was held', () => {
  it.each([
    ['F1', 'talk', talk],
    ['F2', 'council', council],
    ['F4', 'review', yearReview],
  ] as const)(
    '%s: was not held in the future: this very moment may be, a millisecond later may not',
    (clause, kind, body) => {
      expect(new Register(kind).create({ ...body, heldAt: later })).toBe(`${clause} heldInFuture`)
      expect(new Register(kind).create({ ...body, heldAt: now })).toBeUndefined()
    },
  )
})
