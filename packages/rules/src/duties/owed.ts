import * as z from 'zod'
import { divisionCode } from '../consultation/primitives.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { roles } from '../taxonomy/procedure.ts'
import { dutyKinds } from './duty.ts'

/** Something that somebody still has to do by a day (UTC+8), as far as the city is told of it. */
export const owedDutySchema = z.object({
  id: z.string(),
  kind: z.enum(keysOf(dutyKinds)),
  who: z.object({ role: z.enum(keysOf(roles)), division: divisionCode }),
  due: z.string(),
  about: z.string().optional(),
  count: z.int().optional(),
})

/**
 * G3: what a county tells the city of everything that a consultation or a place still owes. The days are told, not what
 * is overdue by them: so the city knows at midnight, without a message. `version` grows with every change.
 */
export const owedSchema = z.object({
  v: z.literal(1),
  /** A consultation's id, or a place's code. */
  owner: z.string().min(1).max(40),
  consultation: z.boolean(),
  tenant: z.string().regex(/^\d{6}$/),
  division: divisionCode,
  title: z.string().optional(),
  version: z.int().min(1),
  /** The open ones, the earliest due first. */
  duties: z.array(owedDutySchema),
})

export type OwedDuty = z.infer<typeof owedDutySchema>
export type Owed = z.infer<typeof owedSchema>

/** Those of an owner's duties whose day is over. */
export const overdueOf = ({ duties }: Pick<Owed, 'duties'>, today: string): OwedDuty[] =>
  duties.filter(({ due }) => due < today)
