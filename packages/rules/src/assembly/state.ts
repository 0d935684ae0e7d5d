import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { assemblies, assemblyResults } from './kinds.ts'

/** P9d: items handed to the assembly or the representatives, and its vote. */
const escalationShape = z.object({
  ...stampShape,
  escalation: z.int(),
  to: z.enum(keysOf(assemblies)),
  items: z.array(z.int()),
  reason: z.string(),
  vote: z
    .object({
      ...stampShape,
      heldOn: z.string(),
      members: z.int(),
      attended: z.int(),
      needed: z.int(),
      items: z.array(
        z.object({
          item: z.int(),
          yes: z.int(),
          no: z.int(),
          abstain: z.int(),
          result: z.enum(keysOf(assemblyResults)),
        }),
      ),
    })
    .optional(),
})

export type Escalation = z.infer<typeof escalationShape>

export const assemblyShape = { escalations: z.array(escalationShape) }

export type AssemblyState = z.infer<z.ZodObject<typeof assemblyShape>>

export const noEscalations: AssemblyState = { escalations: [] }
