import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'

/** P10a: a report to the supervision committee, or its remark. */
const noteShape = z.object({ ...stampShape, kind: z.enum(['report', 'remark']), text: z.string() })

/** P10c: progress, problems and impact as the public page shows them. */
const bulletinShape = z.object({
  ...stampShape,
  progress: z.string(),
  problems: z.string(),
  impact: z.string(),
})

export const supervisionShape = {
  supervision: z.array(noteShape),
  /** P10b: the members of the own supervision group. */
  supervisors: z.array(z.string()),
  bulletins: z.array(bulletinShape),
}

export type SupervisionState = z.infer<z.ZodObject<typeof supervisionShape>>

export const noSupervision: SupervisionState = { supervision: [], supervisors: [], bulletins: [] }
