import type { Quarter } from '@xieshang/kernel'
import type { CountedFacts } from './facts.ts'
import { type Dimension, type Measure, measures, type OpenQuarter } from './quarter.ts'
import { withheld } from './suppress.ts'

/** G11: groups of fewer people are not published. The policy names no number; five is what statistics offices use most. */
export const leastGroup = 5

/** Measures that count people; the others count consultations and their items, in which nobody can be found. */
const ofPeople: readonly Measure[] = ['participants', 'attendances']

const counted: { readonly [measure in Measure]: (facts: CountedFacts) => number } = {
  consultations: () => 1,
  items: ({ items }) => items,
  passed: ({ passed }) => passed,
  participants: ({ participants }) => participants,
  attendances: ({ attendances }) => attendances,
}

type Cells = Map<string, number>

const plus = (cells: Cells, code: string, value: number) => cells.set(code, (cells.get(code) ?? 0) + value)

function tableOf(by: Dimension, measure: Measure, cells: ReadonlyMap<string, number>): OpenQuarter['tables'][number] {
  const sorted = [...cells].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const marks = ofPeople.includes(measure)
    ? withheld(
        sorted.map(([, value]) => value),
        leastGroup,
      )
    : []
  return {
    by,
    measure,
    cells: sorted.map(([code, value], index) => ({ code, value: marks[index] === true ? null : value })),
  }
}

/** G11: counts a quarter one consultation after the other, and holds nothing of it but the sums. */
export function quarterCount(quarter: Quarter) {
  const sums = measures.map((measure) => ({
    measure,
    total: 0,
    township: new Map() as Cells,
    relation: new Map() as Cells,
  }))
  const groups: Cells = new Map()
  return {
    add(facts: CountedFacts): void {
      for (const one of sums) {
        const value = counted[one.measure](facts)
        one.total += value
        plus(one.township, facts.township, value)
        plus(one.relation, facts.relation, value)
      }
      for (const [group, people] of Object.entries(facts.groups)) plus(groups, group, people)
    },

    published(): OpenQuarter {
      const few = (measure: Measure, total: number) => ofPeople.includes(measure) && total > 0 && total < leastGroup
      return {
        v: 1,
        quarter,
        leastGroup,
        totals: Object.fromEntries(
          sums.map(({ measure, total }) => [measure, few(measure, total) ? null : total]),
        ) as OpenQuarter['totals'],
        tables: [
          ...sums.flatMap(({ measure, township, relation }) => [
            tableOf('township', measure, township),
            tableOf('relation', measure, relation),
          ]),
          tableOf('group', 'participants', groups),
        ],
      }
    },
  }
}

/** G11: the open data of a quarter, from counted facts alone. Pure. */
export function openQuarter(quarter: Quarter, facts: readonly CountedFacts[]): OpenQuarter {
  const count = quarterCount(quarter)
  for (const one of facts) count.add(one)
  return count.published()
}
