import { consultationsIn, decideEntry, type Entry, type EntryCommand, type Fields, refusalText } from '@xieshang/rules'
import type { Me } from '../api/staff.ts'
import { now } from '../shared/clock.ts'
import { ApiFailure } from '../shared/problem.ts'
import { currentLanguage } from '../texts/language.ts'

/**
 * Asks the rules before the server is asked. What refers to a consultation is left to the server, which knows it.
 * @throws ApiFailure with the words that the server would say
 */
export function foresee(me: Me, entry: Entry | undefined, command: EntryCommand, fields: Fields): void {
  if (consultationsIn(fields, command.body as Record<string, unknown>).size > 0) return
  const decision = decideEntry(entry, command, {
    now: now().toISOString(),
    actor: { sub: '', name: me.name, role: me.role, division: me.division.code },
  })
  if (decision.kind === 'accepted') return
  const { clause, code } = decision.refusal
  throw new ApiFailure({
    status: 422,
    code,
    title: '',
    detail: refusalText(decision.refusal, currentLanguage()),
    clause,
  })
}
