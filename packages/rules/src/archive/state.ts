import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'

/** P11: that it is in the archive, that it is a model, and what took its matter up again. */
export const archiveShape = {
  closed: z.object({ ...stampShape, summary: z.string() }).optional(),
  model: z.object({ ...stampShape, reason: z.string() }).optional(),
  takenUpBy: z.array(z.object({ consultation: z.string(), title: z.string() })),
}

export type ArchiveState = z.infer<z.ZodObject<typeof archiveShape>>

export const notTakenUp: ArchiveState = { takenUpBy: [] }
