import { consultationsIn, type Entry, type EntryCommand, type Fields, type Refusal } from '@xieshang/rules'
import { decideEntry } from '@xieshang/rules/registers'
import type { Me } from '../api/staff.ts'
import { now } from '../shared/clock.ts'

/** Asks the rules before the server is asked. What refers to a consultation is left to the server, which knows it. */
export function foresee(me: Me, entry: Entry | undefined, command: EntryCommand, fields: Fields): Refusal | undefined {
  if (consultationsIn(fields, command.body as Record<string, unknown>).size > 0) return undefined
  const decision = decideEntry(entry, command, {
    now: now().toISOString(),
    actor: { sub: '', name: me.name, role: me.role, division: me.division.code },
  })
  return decision.kind === 'refused' ? decision.refusal : undefined
}
