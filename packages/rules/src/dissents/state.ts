import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'

/** P9f: an opposing opinion and how it was explained; an item of its own. */
export const dissentShape = z.object({
  dissent: z.int(),
  item: z.int(),
  words: z.string(),
  /** Whose it is, where that is known. */
  name: z.string().optional(),
  seat: z.int().optional(),
  /** When it was told. */
  at: z.string(),
  explanation: z.object({ ...stampShape, text: z.string() }).optional(),
})

/** P9f: the opposing opinions of a day, which follow each other in number, as the head keeps them. */
const dayShape = z.object({
  from: z.int(),
  to: z.int(),
  /** When the first of them was told. */
  at: z.string(),
  /** Which of them were explained, as a set of numbers, and when the last was. */
  explained: z.string(),
  explainedAt: z.string().optional(),
})

export type Dissent = z.infer<typeof dissentShape>
export type Dissents = z.infer<typeof dayShape>

export const dissentsShape = { dissents: z.array(dayShape) }

export type DissentsState = z.infer<z.ZodObject<typeof dissentsShape>>

export const noDissents: DissentsState = { dissents: [] }
