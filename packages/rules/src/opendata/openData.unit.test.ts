import { placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedFacts, mayPublishQuarter, openDataCsv, openQuarter, openQuarterSchema } from '../index.ts'
import { withheld } from './suppress.ts'

/** All ways to write a total as so many whole numbers ≥ least. */
function* waysOf(total: number, cells: number, least: number): Generator<number[]> {
  if (cells === 1) {
    if (total >= least) yield [total]
    return
  }
  for (let first = least; first <= total - least * (cells - 1); first++)
    for (const rest of waysOf(total - first, cells - 1, least)) yield [first, ...rest]
}

const publishedOf = (cells: readonly number[], least: number) => {
  const marks = withheld(cells, least)
  return cells.map((value, index) => (marks[index] === true ? null : value))
}

describe('G11: small groups', () => {
  it('are withheld, and so is enough beside them', () => {
    expect(publishedOf([3, 40, 50], 5)).toEqual([null, null, 50])
    expect(publishedOf([3, 6, 50], 5)).toEqual([null, null, 50])
    expect(publishedOf([1, 5, 50], 5)).toEqual([null, null, null])
    expect(publishedOf([40, 50], 5)).toEqual([40, 50])
    expect(publishedOf([0, 7, 9], 5)).toEqual([0, 7, 9])
    expect(publishedOf([0, 3, 40, 50], 5)).toEqual([0, null, null, 50])
    expect(publishedOf([3, 5, 50], 5)).toEqual([null, null, 50])
    expect(publishedOf([1, 6, 50], 5)).toEqual([null, null, 50])
    expect(publishedOf([4, 4, 4, 50], 5)).toEqual([null, null, null, null])
  })

  it('hide nothing where there are none', () => {
    const enough = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 6, max: 60 })), { maxLength: 8 })
    fc.assert(
      fc.property(enough, fc.integer({ min: 3, max: 6 }), (values, least) => {
        expect(withheld(values, least)).toEqual(values.map(() => false))
      }),
    )
  })

  it('of which one beside another of the same size is withheld take that one along', () => {
    expect(publishedOf([20, 20, 1, 30], 5)).toEqual([null, null, null, 30])
  })

  it('of a whole that is too small leave nothing', () => {
    expect(publishedOf([0, 4, 0], 5)).toEqual([null, null, null])
    expect(publishedOf([2, 2], 5)).toEqual([null, null])
  })

  const cells = fc.array(fc.oneof(fc.nat(8), fc.nat(60)), { minLength: 1, maxLength: 8 })

  it('cannot be found by subtracting what is published from the total', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 3, max: 6 }), (values, least) => {
        const published = publishedOf(values, least)
        const total = values.reduce((sum, n) => sum + n, 0)
        const hidden = values.filter((_, index) => published[index] === null)
        for (const [index, value] of values.entries())
          if (value > 0 && value < least) expect(published[index]).toBeNull()
        if (hidden.length === 0) return
        if (hidden.length < values.length) {
          expect(hidden).not.toContain(0)
          expect(Math.max(...hidden)).toBeGreaterThanOrEqual(least)
        }
        if (total < least) {
          expect(hidden.length).toBe(values.length)
          return
        }
        // Zeros are published unless everything is withheld, so a reader knows the hidden ones to be at least one.
        const low = hidden.length === values.length ? 0 : 1
        const rest = hidden.reduce((sum, n) => sum + n, 0)
        expect(hidden.length).toBeGreaterThan(1)
        expect(rest - low * (hidden.length - 1) - low).toBeGreaterThanOrEqual(least)
      }),
    )
  })

  it('cannot be found even by who knows the procedure: another table gives the same publication', () => {
    const few = fc.array(fc.nat(9), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(few, fc.integer({ min: 3, max: 5 }), (values, least) => {
        const published = publishedOf(values, least)
        const total = values.reduce((sum, n) => sum + n, 0)
        const hidden = published.flatMap((value, index) => (value === null ? [index] : []))
        if (hidden.length === 0 || total < least) return
        const rest = hidden.reduce((sum, index) => sum + (values[index] ?? 0), 0)
        const possible = [...waysOf(rest, hidden.length, 0)].filter((way) => {
          const other = values.map((value, index) => way[hidden.indexOf(index)] ?? value)
          return JSON.stringify(publishedOf(other, least)) === JSON.stringify(published)
        })
        for (const [at] of hidden.entries()) expect(new Set(possible.map((way) => way[at])).size).toBeGreaterThan(1)
      }),
      { numRuns: 300 },
    )
  })
})

const facts: fc.Arbitrary<CountedFacts> = fc.record({
  township: fc.constantFrom(placeCodeOf('331102001'), placeCodeOf('331102002'), placeCodeOf('331102003')),
  relation: fc.constantFrom('M1', 'M2', 'M5'),
  items: fc.nat(6),
  passed: fc.nat(3),
  participants: fc.nat(30),
  attendances: fc.nat(30),
  groups: fc.record({ groupRepresentatives: fc.nat(20), professionals: fc.nat(4) }),
})

describe('open data', () => {
  it('G11: what is published fits its own schema and holds no number of people below the threshold', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), (all) => {
        const quarter = openQuarter('2026Q1', all)
        expect(openQuarterSchema.parse(quarter)).toEqual(quarter)
        const ofPeople = quarter.tables.filter(({ measure }) => /participants|attendances/.test(measure))
        for (const { cells } of ofPeople)
          for (const { value } of cells) expect(value === null || value === 0 || value >= quarter.leastGroup).toBe(true)
        expect(Object.keys(quarter.totals).length).toBe(5)
      }),
    )
  })

  it('G11: a quarter is published when it is over at the place', () => {
    expect(mayPublishQuarter('2026Q1', '2026-03-31T15:59:59.999Z')).toMatchObject({ clause: 'G11' })
    expect(mayPublishQuarter('2026Q1', '2026-03-31T16:00:00.000Z')).toBeUndefined()
  })

  it('G11: as CSV a withheld cell is empty', () => {
    const one = {
      township: placeCodeOf('331102001'),
      relation: 'M5',
      items: 1,
      passed: 1,
      participants: 3,
      attendances: 9,
      groups: {},
    }
    const csv = openDataCsv([openQuarter('2026Q1', [one])], (_by, code) => `名,${code}`)
    expect(csv.split('\r\n')[0]).toBe('quarter,by,measure,code,name,value')
    expect(csv).toContain('2026Q1,township,participants,331102001,"名,331102001",\r\n')
    expect(csv).toContain('2026Q1,township,attendances,331102001,"名,331102001",9\r\n')
  })
})
