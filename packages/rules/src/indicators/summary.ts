import * as z from 'zod'
import { countyCode, divisionCode } from '../consultation/primitives.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { steps } from '../taxonomy/procedure.ts'
import { type Figures, indicators, noFigures } from './indicators.ts'

/**
 * What a county tells the city of one consultation. `version` grows with every change of the summary,
 * so that a late or repeated message is known by it.
 */
export const summarySchema = z.object({
  v: z.literal(1),
  consultation: z.string().min(1).max(40),
  tenant: countyCode,
  division: divisionCode,
  title: z.string(),
  step: z.enum(keysOf(steps)),
  updatedAt: z.string(),
  version: z.int().min(1),
  /** E4: the chain of its events as it was then, so that the city holds what the county cannot change unseen. */
  chain: z.object({ event: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
  /** The city's question that this answers, if it does. */
  answers: z.string().max(40).optional(),
  /** A county that does not know an indicator yet has nothing of it. */
  figures: z
    .partialRecord(z.enum(keysOf(indicators)), z.int())
    .transform((figures): Figures => ({ ...noFigures, ...figures })),
})

export type Summary = z.infer<typeof summarySchema>
