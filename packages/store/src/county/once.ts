import { secondsOf } from '@xieshang/kernel'
import { notExists, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'

/** Who sent an act under which key, and what the act was, so that the same key again gives the first answer. */
export type Request = { readonly sub: string; readonly key: string; readonly fingerprint: string }

/** `changed`: somebody else was faster. `answered`: this request was answered before. Neither wrote anything. */
export type CommitOutcome = 'committed' | 'changed' | 'answered'

/** What finds the first answer again when the same request comes; of a setting the request itself is enough. */
type Answer = { readonly consultation?: string; readonly entry?: string; readonly version?: number }

export const keepAnswersSeconds = 7 * 86_400

/**
 * The one way in which an act is committed, on consultations, registers and settings alike: everything it writes and the
 * answer under its idempotency key, all or nothing.
 * @param act.writes each on the condition on which it was decided
 */
export async function commitOnce(
  table: Table,
  request: Request | undefined,
  act: { readonly at: string; readonly answer: Answer; readonly writes: readonly Write[] },
): Promise<CommitOutcome> {
  const answered =
    request === undefined
      ? []
      : [
          {
            put: entities.answered.item({
              ...request,
              ...act.answer,
              expiresAt: secondsOf(act.at) + keepAnswersSeconds,
            }),
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
): Promise<Answer | 'keyReused' | undefined> {
  const item = await table.get(entities.answered.key({ sub, key }))
  if (item === undefined) return undefined
  const answer = entities.answered.read(item)
  return answer.fingerprint === fingerprint ? answer : 'keyReused'
}
