import { type Actor, roles } from '@xieshang/kernel'
import * as z from 'zod'
import { keysOf } from '../taxonomy/keys.ts'
import { divisionCode } from './primitives.ts'

/** Who did something, as it is told: an answer never says the id that they sign in by. */
export const toldByShape = z.object({
  name: z.string(),
  /** Absent in what was written before roles and places were kept with it. */
  role: z.enum(keysOf(roles)).optional(),
  division: divisionCode.optional(),
  /** Whether it was the reader. */
  own: z.literal(true).optional(),
})

/** Who did something, as the head keeps it; a page that runs the rules on an answer knows no id, only what was its own. */
export type By = Readonly<z.infer<typeof toldByShape>> & { readonly sub?: string }

export const byOf = ({ sub, name, role, division }: Actor): By => ({ sub, name, role, division })

/** Whether an actor is the one who did it. */
export const isSame = (by: By, actor: Pick<Actor, 'sub'>): boolean => by.own === true || by.sub === actor.sub

/** A value in which every officer is as a reader may see them. */
export function toldTo<T>(value: T, reader: Pick<Actor, 'sub'>): T {
  const told = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part
    if (Array.isArray(part)) return part.map(told)
    const made: Record<string, unknown> = {}
    for (const [name, one] of Object.entries(part))
      if (name !== 'sub') made[name] = told(one)
      else if (one === reader.sub) made.own = true
    return made
  }
  return told(value) as T
}
