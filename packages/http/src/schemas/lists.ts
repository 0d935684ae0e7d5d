import * as z from 'zod'
import { divisionCode, stepSchema } from './common.ts'
import { instant } from './shapes.ts'

/** One line of a list of consultations. */
export const cardSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    division: divisionCode,
    divisionName: z.string(),
    matter: z.string(),
    step: stepSchema,
    updatedAt: instant,
    summary: z.string().optional(),
    model: z.boolean().optional(),
  })
  .meta({ id: 'ConsultationCard' })

/** Newest first. Where words are looked for, a page may have few, or after many that were looked at none. */
export const cardPageSchema = z.object({
  consultations: z.array(cardSchema),
  /** How many were looked at for this page. */
  searched: z.int(),
  cursor: z.string().optional(),
})
