import * as z from 'zod'
import { defaultMajorSteps, majorStepSchema } from './major.ts'

const share = z.strictObject({ needs: z.int().min(1), of: z.int().min(1) })

/** What a county may set, within the city's bounds (G10). A consultation keeps those it began with. */
export const parametersSchema = z.strictObject({
  version: z.string(),
  /** P6b: two thirds of the list. */
  quorum: share,
  /** P6c: more than half … */
  majority: share,
  /** … of the voting seats that attended, or of all that are listed. */
  majorityBase: z.enum(['attended', 'listed']),
  /** P8: days a result stays up when an officer names no other number. */
  publicationDays: z.int().min(1).max(365),
  /** How long a personal link works, in days from its making. */
  linkDays: z.int().min(1).max(365),
  /** P12: the five deliberations and two publications, in order. */
  majorSteps: z.array(majorStepSchema).min(1).max(20),
})

export type Parameters = z.infer<typeof parametersSchema>

/** The policy's own values. */
export const defaultParameters: Parameters = {
  version: '2017-09-29',
  quorum: { needs: 2, of: 3 },
  majority: { needs: 1, of: 2 },
  majorityBase: 'attended',
  publicationDays: 7,
  linkDays: 90,
  majorSteps: defaultMajorSteps,
}
