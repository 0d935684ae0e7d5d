import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { commissionAnswers } from './answers.ts'

/** P9c: a report to the body that commissioned the topic, and its answer. */
const reportShape = z.object({
  ...stampShape,
  report: z.int(),
  body: z.string(),
  text: z.string(),
  answer: z.object({ ...stampShape, result: z.enum(keysOf(commissionAnswers)), reason: z.string() }).optional(),
})

export const reportsShape = { reports: z.array(reportShape) }

export type ReportsState = z.infer<z.ZodObject<typeof reportsShape>>

export const noReports: ReportsState = { reports: [] }
