import { secondsOf } from '@xieshang/kernel'
import { type Attributes, type Item, notExists, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'

/** Who sent an act under which key, and what the act was, so that the same key again gives the first answer. */
export type Request = { readonly sub: string; readonly key: string; readonly fingerprint: string }

/** `changed`: somebody else was faster. `answered`: this request was answered before. Neither wrote anything. */
export type CommitOutcome = 'committed' | 'changed' | 'answered'

export const keepAnswersSeconds = 7 * 86_400

/**
 * The one way in which an act is committed, on consultations, registers and settings alike: everything it writes and the
 * answer under its idempotency key, all or nothing.
 * @param act.answer what finds the first answer again when the same request comes
 * @param act.writes each on the condition on which it was decided
 */
export async function commitOnce(
  table: Table,
  request: Request | undefined,
  act: { readonly at: string; readonly answer: Attributes; readonly writes: readonly Write[] },
): Promise<CommitOutcome> {
  const answered =
    request === undefined
      ? []
      : [
          {
            put: {
              ...keys.answered(request.sub, request.key),
              ...{ fingerprint: request.fingerprint, ...act.answer },
              expiresAt: secondsOf(act.at) + keepAnswersSeconds,
            },
            condition: notExists,
          },
        ]
  const outcome = await table.transact([...answered, ...act.writes])
  if (outcome.done) return 'committed'
  return request !== undefined && outcome.refused.includes(0) ? 'answered' : 'changed'
}

/** What a request was answered with before, or that its key was used for another; nothing where it is the first. */
export async function answeredTo(
  table: Table,
  { sub, key, fingerprint }: Request,
): Promise<Item | 'keyReused' | undefined> {
  const item = await table.get(keys.answered(sub, key))
  return item === undefined || item.fingerprint === fingerprint ? item : 'keyReused'
}
