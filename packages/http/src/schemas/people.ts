import { keysOf, participantCategories, participantClasses } from '@xieshang/rules'
import * as z from 'zod'
import { divisionCode } from './common.ts'

const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Masked, e.g. *********00. */
    phone: z.string().optional(),
    /** The same for the same number in the village, and no more. */
    phoneMark: z.string().optional(),
    category: z.enum(keysOf(participantCategories)),
    class: z.enum(keysOf(participantClasses)),
    division: divisionCode,
  })
  .meta({ id: 'Person' })

/** What was entered, and nothing of what stood on the register before: whoever guesses a number learns nothing by it. */
export const enteredPersonSchema = personSchema.omit({ id: true, phoneMark: true }).meta({ id: 'EnteredPerson' })

export const peoplePageSchema = z.object({ people: z.array(personSchema), cursor: z.string().optional() })

export const importResultSchema = z
  .object({
    /** By which to ask how far it is; small tables are done at once and have none. */
    id: z.string().optional(),
    state: z.enum(['running', 'done']),
    total: z.int(),
    /** Lines that are on the register now, whether they were before or not. */
    done: z.int(),
    rejected: z.array(z.object({ line: z.int(), field: z.string(), detail: z.string() })),
  })
  .meta({ id: 'ImportResult' })
