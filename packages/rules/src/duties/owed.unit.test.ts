import { addDays, placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dutiesIn, type OwedDuty, overdueOf, toldOf } from './owed.ts'

const who = { role: 'village', division: placeCodeOf('331102001001') } as const
const feedback = (index: number, day: number): OwedDuty => ({
  id: `feedback-01JD${String(index).padStart(22, '0')}`,
  kind: index % 3 === 0 ? 'task' : 'feedback',
  who,
  due: addDays('2026-01-01', day),
  about: '路灯'.repeat(30),
})
const sum = (lines: readonly OwedDuty[]) => lines.reduce((all, line) => all + dutiesIn(line), 0)

it('G3: few duties are told as they are', () => {
  const few = Array.from({ length: 50 }, (_, index) => feedback(index, index))
  expect(toldOf(few)).toEqual(few)
})

it('G3: many are told in so many bytes and no more, and how many are overdue stays right on every day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 51, max: 5000 }), fc.integer({ min: 1, max: 200 }), (count, days) => {
      const all = Array.from({ length: count }, (_, index) => feedback(index, Math.floor((index * days) / count)))
      const told = toldOf(all)
      expect(Buffer.byteLength(JSON.stringify(told))).toBeLessThan(100_000)
      expect(sum(told)).toBe(count)
      expect(told[0]).toEqual(all[0])
      for (const today of [0, 1, Math.floor(days / 2), days].map((day) => addDays('2026-01-01', day)))
        expect(sum(overdueOf({ duties: told }, today))).toBe(overdueOf({ duties: all }, today).length)
    }),
    { numRuns: 40 },
  )
})

it('G3: even on thousands of different days they are told in so many bytes, and none is left out', () => {
  const all = Array.from({ length: 20_000 }, (_, index) => feedback(index, index))
  const told = toldOf(all)
  expect(Buffer.byteLength(JSON.stringify(told))).toBeLessThan(100_000)
  expect(sum(told)).toBe(20_000)
})
