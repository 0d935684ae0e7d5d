import { atLevel, dayOf, type Quarter, quarterOfDay, quarterPattern, type Text, text } from '@xieshang/kernel'
import * as z from 'zod'
import type { Consultation } from '../consultation/state.ts'
import { sizeOf } from '../participants/seatSet.ts'
import { withheld } from './suppress.ts'

/** G11: groups of fewer people are not published. The policy names no number; five is what statistics offices use most. */
export const leastGroup = 5

/** What is counted of one consultation whose outcome was published. No name and no typed word is among it. */
export type CountedFacts = {
  readonly township: string
  readonly relation: string
  readonly items: number
  readonly passed: number
  readonly participants: number
  readonly attendances: number
  readonly groups: Readonly<Record<string, number>>
}

export const openDataDimensions = {
  township: text('乡镇（街道）', 'Township'),
  relation: text('协商类别', 'Relation'),
  group: text('协商主体', 'Participant group'),
} as const satisfies Record<string, Text>

export const openDataMeasures = {
  consultations: text('协商次数', 'Consultations'),
  items: text('协商条目', 'Items'),
  passed: text('通过条目', 'Items passed'),
  participants: text('协商主体人次', 'Participants'),
  attendances: text('到会人次', 'Attendances'),
} as const satisfies Record<string, Text>

const dimensions = Object.keys(openDataDimensions) as [Dimension, ...Dimension[]]
const measures = Object.keys(openDataMeasures) as [Measure, ...Measure[]]

export type Dimension = keyof typeof openDataDimensions
export type Measure = keyof typeof openDataMeasures

/** A number, or null where it is withheld because it would be about too few people. */
const published = z.int().min(0).nullable()

export const openQuarterSchema = z
  .object({
    v: z.literal(1),
    quarter: z.string().regex(quarterPattern),
    leastGroup: z.int(),
    totals: z.record(z.enum(measures), published),
    tables: z.array(
      z.object({
        by: z.enum(dimensions),
        measure: z.enum(measures),
        cells: z.array(z.object({ code: z.string(), value: published })),
      }),
    ),
  })
  .meta({ id: 'OpenQuarter' })

/** The open data of one quarter. Once published it is never counted again: the difference of two counts would tell. */
export type OpenQuarter = z.infer<typeof openQuarterSchema>

/** Measures that count people; the others count consultations and their items, in which nobody can be found. */
const ofPeople: readonly Measure[] = ['participants', 'attendances']

const counted: { readonly [measure in Measure]: (facts: CountedFacts) => number } = {
  consultations: () => 1,
  items: ({ items }) => items,
  passed: ({ passed }) => passed,
  participants: ({ participants }) => participants,
  attendances: ({ attendances }) => attendances,
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

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

/** What is counted of a consultation, and the quarter in which its outcome was published first; none before that. */
export function countedFactsOf(state: Consultation): { quarter: Quarter; facts: CountedFacts } | undefined {
  const publication = state.publications[0]
  if (publication === undefined) return undefined
  return {
    quarter: quarterOfDay(dayOf(publication.at)),
    facts: {
      township: atLevel(state.division, 'township'),
      relation: state.topic.asFiled.relation,
      items: state.items.length,
      passed: state.items.filter(({ status }) => status === 'passed').length,
      participants: state.list?.listed ?? 0,
      attendances: sum(state.sessions.map(({ present }) => sizeOf(present))),
      groups: { ...state.list?.composition },
    },
  }
}

/** G11: the same as lines of CSV, which spreadsheets and statistics programs read. Withheld cells are empty. */
export function openDataCsv(quarters: readonly OpenQuarter[], nameOf: (by: Dimension, code: string) => string): string {
  const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  const lines = quarters.flatMap(({ quarter, totals, tables }) => [
    ...measures.map((measure) => [quarter, 'total', measure, '', '', totals[measure]]),
    ...tables.flatMap(({ by, measure, cells }) =>
      cells.map(({ code, value }) => [quarter, by, measure, code, nameOf(by, code), value]),
    ),
  ])
  return [['quarter', 'by', 'measure', 'code', 'name', 'value'], ...lines]
    .map((line) => `${line.map((value) => cell(String(value ?? ''))).join(',')}\r\n`)
    .join('')
}
