import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { ends } from './ends.ts'

/** P11, E1: that it is in the archive and how it ended, that it is a model, and what took its matter up again. */
export const archiveShape = {
  closed: z.object({ ...stampShape, summary: z.string(), end: z.enum(keysOf(ends)) }).optional(),
  model: z.object({ ...stampShape, reason: z.string() }).optional(),
  takenUpBy: z.array(z.object({ consultation: z.string(), title: z.string() })),
}

export type ArchiveState = z.infer<z.ZodObject<typeof archiveShape>>

export const notTakenUp: ArchiveState = { takenUpBy: [] }
