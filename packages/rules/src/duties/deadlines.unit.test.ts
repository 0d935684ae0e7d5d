import { describe, expect, it } from 'vitest'
import { addDays } from '../index.ts'
import { turns } from './deadlines.ts'

describe('what comes again and again', () => {
  const next = (from: string) => addDays(from, 10)

  it('is counted from the time before, whatever the order and what lies before the start', () => {
    const done = ['2026-03-15', '2026-03-05', '2026-02-01', '2026-03-01']
    expect(turns('2026-03-01', done, next, undefined)).toEqual([
      { due: '2026-03-11', doneOn: '2026-03-01' },
      { due: '2026-03-11', doneOn: '2026-03-05' },
      { due: '2026-03-15', doneOn: '2026-03-15' },
      { due: '2026-03-25' },
    ])
  })

  it('is owed no more when it ended on its very day, and late when it ended after', () => {
    expect(turns('2026-03-01', [], next, '2026-03-11')).toEqual([])
    expect(turns('2026-03-01', [], next, '2026-03-12')).toEqual([{ due: '2026-03-11', doneOn: '2026-03-12' }])
  })
})
