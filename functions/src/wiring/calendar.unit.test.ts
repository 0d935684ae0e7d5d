import { expect, it } from 'vitest'
import { chinaCalendar } from './calendar.ts'

it('P7: counts working days over a weekend, a festival and the days worked instead of it', () => {
  expect(chinaCalendar.addWorkdays('2026-03-06', 1)).toBe('2026-03-09')
  // The Spring Festival of 2026 is from 15 to 23 February; Saturday the 14th is worked.
  expect(chinaCalendar.addWorkdays('2026-02-13', 1)).toBe('2026-02-14')
  expect(chinaCalendar.addWorkdays('2026-02-14', 1)).toBe('2026-02-24')
  expect(chinaCalendar.addWorkdays('2026-09-30', 1)).toBe('2026-10-08')
})

it('P7: knows weekdays of a year that is not decreed yet', () => {
  expect(chinaCalendar.addWorkdays('2031-03-07', 1)).toBe('2031-03-10')
})
