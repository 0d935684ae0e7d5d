import { describe, expect, it } from 'vitest'
import { dutyState } from '../index.ts'

describe('a duty', () => {
  it('G3: is overdue exactly from the day after, pointed out before, and late stays late', () => {
    const due = '2026-03-10'
    expect(dutyState({ due }, '2026-03-06', 3)).toBe('open')
    expect(dutyState({ due }, '2026-03-07', 3)).toBe('soon')
    expect(dutyState({ due }, '2026-03-10', 3)).toBe('soon')
    expect(dutyState({ due }, '2026-03-11', 3)).toBe('overdue')
    expect(dutyState({ due, doneOn: '2026-03-10' }, '2026-05-01', 3)).toBe('done')
    expect(dutyState({ due, doneOn: '2026-03-11' }, '2026-03-11', 3)).toBe('doneLate')
  })
})
