import * as z from 'zod'
import { countyCode } from '../consultation/primitives.ts'

/** What the city asks a county when the versions that it hears of a consultation do not follow each other. */
export const askSchema = z.object({
  v: z.literal(1),
  /** Made for this question; only an answer that carries it is believed whatever its version. */
  ask: z.string().min(1).max(40),
  county: countyCode,
  consultation: z.string().min(1).max(40),
})

export type Ask = z.infer<typeof askSchema>

/** The answer when there is no such consultation. */
export const unknownSchema = z.object({
  v: z.literal(1),
  unknown: z.literal(true),
  tenant: countyCode,
  consultation: z.string().min(1).max(40),
  answers: z.string().min(1).max(40),
})

export type Unknown = z.infer<typeof unknownSchema>
