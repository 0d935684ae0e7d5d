import { textSchema } from '@xieshang/kernel'
import { channels, dutyKinds, keysOf } from '@xieshang/rules'
import * as z from 'zod'
import { divisionCode, roleSchema } from './common.ts'

const dutyShape = {
  /** Lasting name among the duties of its consultation or place. */
  id: z.string(),
  kind: z.enum(keysOf(dutyKinds)),
  clause: z.string(),
  label: textSchema,
  /** Which task, body or step, where there are several: as somebody called it. */
  about: z.string().optional(),
  /** Who carries a task out that the village only urges. */
  responsible: z.string().optional(),
  /** Which channel something is put up on. */
  channel: z.enum(keysOf(channels)).optional(),
  /** Which items are with the assembly. */
  items: z.array(z.int()).optional(),
  /** How many people or opinions it still concerns. */
  count: z.int().optional(),
  who: z.object({ role: roleSchema, division: divisionCode }),
  /** Last day in Asia/Shanghai on which it is in time. */
  due: z.string(),
  state: z.enum(['open', 'soon', 'overdue', 'done', 'doneLate', 'released']),
}

/** A duty of one consultation, done or not. */
export const dutySchema = z
  .object({ ...dutyShape, doneOn: z.string().optional(), releasedOn: z.string().optional() })
  .meta({ id: 'Duty' })

/** An open duty in the list of a place: of a consultation, or of the place itself. */
export const listedDutySchema = z
  .object({
    ...dutyShape,
    division: divisionCode,
    divisionName: z.string(),
    consultation: z.string().optional(),
    title: z.string().optional(),
    /** Part of the consultation's page on which it is done. */
    section: z.string().optional(),
  })
  .meta({ id: 'ListedDuty' })

export const dutyPageSchema = z.object({
  today: z.string(),
  duties: z.array(listedDutySchema),
  cursor: z.string().optional(),
})
