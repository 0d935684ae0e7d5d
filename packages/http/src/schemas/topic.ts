import { keysOf, proposerKinds } from '@xieshang/rules'
import * as z from 'zod'
import { matterAsFiledSchema } from './settings.ts'

export const topicSchema = z.object({
  title: z.string(),
  description: z.string(),
  matter: z.string(),
  catalogueVersion: z.string(),
  asFiled: matterAsFiledSchema,
  publicInterest: z.boolean(),
  proposers: z.array(z.object({ kind: z.enum(keysOf(proposerKinds)), name: z.string() })),
  follows: z.string().optional(),
})

export const aspectsSchema = z.object({
  problem: z.string(),
  manifestation: z.string(),
  impact: z.string(),
  cause: z.string(),
  solution: z.string(),
  cautions: z.string(),
})
