import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'
import { keysOf } from '../taxonomy/keys.ts'
import type { TopicState } from '../topic/state.ts'
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

/** P9c: whether the matter was entrusted by a government body, as its relation in the catalogue or its proposer says. */
export const isEntrusted = ({ topic }: Pick<TopicState, 'topic'>): boolean =>
  topic.asFiled.relation === 'M1' || topic.proposers.some(({ kind }) => kind === 'government')

/** P9c: whether the body that entrusted it has heard nothing yet. */
export const owesReport = (state: ReportsState & Pick<TopicState, 'topic'>): boolean =>
  isEntrusted(state) && state.reports.length === 0

export const noReports: ReportsState = { reports: [] }
