import { expect, it } from 'vitest'
import { instantOf, localOf, showTime } from './time.ts'

it('reads and shows Shanghai time, whatever the zone of the machine', () => {
  expect(instantOf('2026-03-05T14:30')).toBe('2026-03-05T06:30:00.000Z')
  expect(localOf(new Date('2026-03-05T17:30:00.000Z'))).toBe('2026-03-06T01:30')
  expect(showTime('2026-03-05T17:30:00.000Z', 'zh')).toMatch(/3月?[/月]?6.*01:30/)
})
