import { keysOf, participantCategories, participantClasses, words } from '@xieshang/rules'
import * as z from 'zod'

const name = words(40)
/** A mainland mobile number as people type it; kept as E.164, encrypted. */
export const phoneInput = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/[\s-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, ''))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/))
  .transform((national) => `+86${national}`)

export const newPersonSchema = z.strictObject({
  name,
  phone: phoneInput.optional(),
  category: z.enum(keysOf(participantCategories)),
  class: z.enum(keysOf(participantClasses)),
})

export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Masked, e.g. 138****8000. */
    phone: z.string().optional(),
    /** The same for the same number in the village, and no more. */
    phoneMark: z.string().optional(),
    category: z.enum(keysOf(participantCategories)),
    class: z.enum(keysOf(participantClasses)),
    division: z.string(),
  })
  .meta({ id: 'Person' })

export const peoplePageSchema = z.object({ people: z.array(personSchema), cursor: z.string().optional() })

export const importResultSchema = z
  .object({
    /** By which to ask how far it is; small tables are done at once and have none. */
    id: z.string().optional(),
    state: z.enum(['running', 'done']),
    total: z.int(),
    done: z.int(),
    imported: z.int(),
    unchanged: z.int(),
    rejected: z.array(z.object({ line: z.int(), field: z.string(), detail: z.string() })),
  })
  .meta({ id: 'ImportResult' })
