import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'
import { type MajorStep, majorStepSchema } from '../parameters/major.ts'
import type { Parameters } from '../parameters/parameters.ts'
import type { TopicState } from '../topic/state.ts'

/** P12: one of the five deliberations and two publications, done. */
const majorRecordShape = z.object({
  ...stampShape,
  step: majorStepSchema,
  heldOn: z.string(),
  note: z.string(),
  vote: z
    .object({ members: z.int(), attended: z.int(), needed: z.int(), yes: z.int(), passed: z.boolean() })
    .optional(),
  /** Last day of the publication. */
  until: z.string().optional(),
})

export type MajorRecord = z.infer<typeof majorRecordShape>

export const majorShape = {
  major: z.object({ ...stampShape, reason: z.string() }).optional(),
  majorRecords: z.array(majorRecordShape),
}

export type MajorState = z.infer<z.ZodObject<typeof majorShape>>

export const noMajorRecords: MajorState = { majorRecords: [] }

/** P12: what law gives to the assembly, and what an officer marked, goes through the five deliberations. */
export const isMajor = ({ major, topic }: MajorState & Pick<TopicState, 'topic'>): boolean =>
  major !== undefined || topic.asFiled.assembly

/** P12: whether the last deliberation, which decides, said no: the matter is rejected, and what it began ends. */
export function isTurnedDown({ majorRecords, parameters: { majorSteps } }: Course): boolean {
  const deciding = majorSteps.findLast(({ quorum }) => quorum !== undefined)
  return majorRecords.some(({ step, vote }) => step.id === deciding?.id && vote?.passed === false)
}

type Course = Pick<MajorState, 'majorRecords'> & { readonly parameters: Pick<Parameters, 'majorSteps'> }

/** P12: the step of the five deliberations and two publications that comes next; undefined when all are done. */
export function nextMajorStep({ majorRecords, parameters }: Course): MajorStep | undefined {
  const done = majorRecords.filter(({ vote }) => vote?.passed !== false).length
  return parameters.majorSteps[done]
}
