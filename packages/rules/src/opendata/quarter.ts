import { quarterPattern, type Text, text } from '@xieshang/kernel'
import * as z from 'zod'

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
/** Names of the measures, in their order. */
export const measures = Object.keys(openDataMeasures) as [Measure, ...Measure[]]

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
