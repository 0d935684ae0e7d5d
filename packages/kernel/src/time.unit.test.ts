import { expect, it } from 'vitest'
import { addDays, clockOf, dayOf, quarterOf, quartersOf } from './time.ts'

it('a day begins at four in the afternoon of the day before in UTC', () => {
  expect(['2026-02-28T15:59:59.999Z', '2026-02-28T16:00:00.000Z'].map(dayOf)).toEqual(['2026-02-28', '2026-03-01'])
  expect(['2026-03-31T15:59:59.999Z', '2026-03-31T16:00:00.000Z'].map(quarterOf)).toEqual(['2026Q1', '2026Q2'])
  expect(quartersOf(2026)).toEqual(['2026Q1', '2026Q2', '2026Q3', '2026Q4'])
})

it('the clocks of the place are eight hours ahead, and no machine is asked where it stands', () => {
  expect(['2026-02-28T16:05:59.999Z', '2026-02-28T15:59:00.000Z'].map(clockOf)).toEqual(['00:05', '23:59'])
})

it('days are counted over months and leap years, both ways', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})
