import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldIn, Register } from '../../test/register.ts'
import { quarterOf } from '../index.ts'
import { councilQuarter, councilYear, countCouncils, entryCardOf } from './index.ts'

describe('the quarters of many villages', () => {
  it('F2: are counted by every way in which a village may stand', () => {
    const noon = '2026-05-15T04:00:00.000Z'
    const years = [
      councilYear(heldIn(['2026-02-01T00:00:00.000Z']), 2026, noon),
      councilYear(heldIn([]), 2026, noon, '2026-05-01'),
      councilYear(heldIn([]), 2026, noon),
    ]
    expect(countCouncils([...years, []], 2026)).toEqual([
      { quarter: '2026Q1', held: 1, due: 0, overdue: 1, ahead: 0, before: 1 },
      { quarter: '2026Q2', held: 0, due: 3, overdue: 0, ahead: 0, before: 0 },
      { quarter: '2026Q3', held: 0, due: 0, overdue: 0, ahead: 3, before: 0 },
      { quarter: '2026Q4', held: 0, due: 0, overdue: 0, ahead: 3, before: 0 },
    ])
  })
})

describe('councils', () => {
  const instant = fc
    .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString())

  it('F2: the quarter is that of the place: 31 March 23:59 is the first, one minute later the second', () => {
    expect(quarterOf('2026-03-31T15:59:59.999Z')).toBe('2026Q1')
    expect(quarterOf('2026-03-31T16:00:00.000Z')).toBe('2026Q2')
    expect(quarterOf('2025-12-31T16:00:00.000Z')).toBe('2026Q1')
  })

  it('F2: a quarter is held, due, overdue or ahead', () => {
    const held = ['2026-03-31T15:59:00.000Z']
    expect(councilYear(heldIn(held), 2026, '2026-08-15T00:00:00.000Z').map(({ state }) => state)).toEqual([
      'held',
      'overdue',
      'due',
      'ahead',
    ])
  })

  it('F2: nothing is overdue from before the county began, and what was held then counts', () => {
    const states = (since: string) =>
      councilYear(heldIn(['2026-02-01T00:00:00.000Z']), 2026, '2026-11-24T00:00:00.000Z', since).map(
        ({ state }) => state,
      )
    expect(states('2026-11-20')).toEqual(['held', 'before', 'before', 'due'])
    expect(states('2026-09-30')).toEqual(['held', 'before', 'overdue', 'due'])
  })

  it('F2: villages are added up quarter by quarter', () => {
    const at = '2026-05-15T00:00:00.000Z'
    const years = [councilYear(heldIn(['2026-02-01T00:00:00.000Z']), 2026, at), councilYear(heldIn([]), 2026, at)]
    expect(countCouncils(years, 2026).slice(0, 2)).toEqual([
      { quarter: '2026Q1', held: 1, due: 0, overdue: 1, ahead: 0, before: 0 },
      { quarter: '2026Q2', held: 0, due: 2, overdue: 0, ahead: 0, before: 0 },
    ])
  })

  it('F2: a council counts in exactly one quarter, and no council ever makes another quarter worse', () => {
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 12 }), instant, instant, (held, more, at) => {
        const years = [2024, 2025, 2026, 2027, 2028].flatMap((year) => councilYear(heldIn(held), year, at))
        expect(years.reduce((sum, quarter) => sum + quarter.held, 0)).toBe(held.length)
        for (const before of years) {
          const after = councilQuarter(heldIn([...held, more]), before.quarter, at)
          if (before.quarter !== quarterOf(more)) expect(after).toEqual(before)
          else expect(after.state).toBe('held')
        }
      }),
    )
  })

  it('F2: an annulled council is not counted: its status says so', () => {
    const council = new Register('council')
    const body = {
      heldAt: '2026-05-01T01:00:00.000Z',
      place: '礼堂',
      host: '书记',
      attended: 20,
      topics: [{ topic: '道路', conclusion: '同意修' }],
    }
    expect(council.create(body)).toBeUndefined()
    expect(council.act('annul', { reason: '登记重复' })).toBeUndefined()
    expect(entryCardOf(council.head).status).toBe('annulled')
    expect(council.act('supplement', { text: '补' })).toBe('F2 entryStatus')
  })
})
