import { officerRoles } from '@xieshang/kernel'
import * as z from 'zod'
import { countyCode, divisionCode } from '../consultation/primitives.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { channels } from '../taxonomy/procedure.ts'
import { dutyKinds } from './duty.ts'

/** Something that somebody still has to do by a day (UTC+8), as far as the city is told of it. */
export const owedDutySchema = z.object({
  id: z.string(),
  kind: z.enum(keysOf(dutyKinds)),
  who: z.object({ role: z.enum(officerRoles), division: divisionCode }),
  due: z.string(),
  about: z.string().optional(),
  responsible: z.string().optional(),
  channel: z.enum(keysOf(channels)).optional(),
  items: z.array(z.int()).optional(),
  count: z.int().optional(),
  /** How many of this kind, owed by the same by the same day, the line stands for where there are too many to tell each. */
  alike: z.int().min(2).optional(),
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
  tenant: countyCode,
  division: divisionCode,
  title: z.string().optional(),
  version: z.int().min(1),
  /** The open ones, the earliest due first. */
  duties: z.array(owedDutySchema),
})

export type OwedDuty = z.infer<typeof owedDutySchema>
export type Owed = z.infer<typeof owedSchema>

/** So many are told one by one, then a line for each kind and day, and of still more a line for each kind. */
const mostSingle = 50
const mostDays = 200

type Group = (duty: OwedDuty) => string
const byDay: Group = ({ kind, who, due }) => [due, kind, who.role, who.division].join('#')
const byKind: Group = ({ kind, who }) => [kind, who.role, who.division].join('#')

/** How many duties a line stands for. */
export const dutiesIn = ({ alike = 1 }: Pick<OwedDuty, 'alike'>): number => alike

function together(lines: readonly OwedDuty[], group: Group): OwedDuty[] {
  return [...Map.groupBy(lines, group)].flatMap(([id, [first, ...others]]): OwedDuty[] => {
    if (first === undefined) return []
    if (others.length === 0) return [first]
    const { kind, who, due } = first
    return [{ id, kind, who, due, alike: [first, ...others].reduce((sum, line) => sum + dutiesIn(line), 0) }]
  })
}

/**
 * What is told of an owner's open duties: a number of lines that does not grow with them. How many are overdue on a day is
 * right in it; only of what is owed on more than two hundred different days the last are counted with the first of them.
 * @param duties the earliest due first
 */
export function toldOf(duties: readonly OwedDuty[]): OwedDuty[] {
  const days = together(duties.slice(mostSingle), byDay)
  return [...duties.slice(0, mostSingle), ...days.slice(0, mostDays), ...together(days.slice(mostDays), byKind)]
}

/** Those of an owner's duties whose day is over. */
export const overdueOf = ({ duties }: Pick<Owed, 'duties'>, today: string): OwedDuty[] =>
  duties.filter(({ due }) => due < today)
