import { rolesWith } from '@xieshang/kernel'
import * as z from 'zod'
import { divisionCode } from '../consultation/primitives.ts'
import { entryActsOf } from './acts.ts'
import type { EntryCommand } from './decideEntry.ts'
import { entryKinds } from './kinds.ts'
import type { SharedEntry } from './shared.ts'

/** G3: what somebody of the city does on a county's register of supervision notes, as the county is told of it. */
export const cityActSchema = z.object({
  v: z.literal(1),
  /** The note's id; of a new one, made by the city. */
  note: z.string().min(1).max(40),
  /** Where a new note is sent. */
  division: divisionCode,
  act: z.string().min(1).max(40),
  body: z.record(z.string(), z.unknown()),
  by: z.object({ sub: z.string(), name: z.string(), division: divisionCode }),
  /** Instant in UTC at which the city took it. */
  at: z.string(),
  /** Of the city's request, so that a message that comes twice is one act. */
  key: z.string(),
  fingerprint: z.string(),
})

export type CityAct = z.infer<typeof cityActSchema>

/** The same as a command of the register. */
export const commandFrom = ({ act, division, body }: CityAct): EntryCommand =>
  act === 'create' ? { act, kind: 'supervisionNote', division, body } : { act, kind: 'supervisionNote', body }

/** G3: what the city may do on an entry as it last heard of it: on its own notes only. */
export function cityActsOn({ kind, status, digest }: Pick<SharedEntry, 'kind' | 'status' | 'digest'>): string[] {
  if (kind !== 'supervisionNote' || digest.madeBy !== 'city' || status === 'annulled') return []
  return Object.entries(entryActsOf(entryKinds[kind]))
    .filter(([, { verb, when }]) => rolesWith(verb).includes('city') && (when === undefined || when.includes(status)))
    .map(([name]) => name)
}
