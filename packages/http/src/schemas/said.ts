import { dissentShape } from '@xieshang/rules'
import * as z from 'zod'
import { divisionCode } from './common.ts'
import { instant } from './shapes.ts'

export const dissentsSchema = z.object({
  dissents: z.array(dissentShape.meta({ id: 'Dissent' })),
  cursor: z.string().optional(),
})

export const opinionSchema = z
  .object({
    id: z.string(),
    /** Feedback is left after the outcome was published (P11a). */
    kind: z.enum(['opinion', 'feedback']),
    seat: z.int(),
    name: z.string(),
    text: z.string(),
    at: instant,
    answer: z.object({ text: z.string(), at: instant }).optional(),
  })
  .meta({ id: 'Opinion' })

export const eventSchema = z
  .object({
    number: z.int(),
    type: z.string(),
    at: instant,
    by: z.object({ name: z.string(), role: z.string(), division: divisionCode }),
    data: z.record(z.string(), z.unknown()),
    exceptions: z.array(z.object({ clause: z.string(), reason: z.string() })).optional(),
  })
  .meta({ id: 'Event' })
