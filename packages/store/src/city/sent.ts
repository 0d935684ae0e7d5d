import type { Request } from '../county/once.ts'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'

const keepSeconds = 7 * 86_400

/**
 * Notes that a request made something of this id, before it is sent. The same request again finds the first id, and
 * sends it again: harmless, because a county takes each request once.
 * @returns the id to send; undefined when the key was used for something else
 */
export async function rememberSent(
  table: Table,
  { sub, key, fingerprint }: Request,
  id: string,
  now: string,
): Promise<string | undefined> {
  const at = keys.sent(sub, key)
  const expiresAt = Math.floor(Date.parse(now) / 1000) + keepSeconds
  if (await table.put({ ...at, fingerprint, id, expiresAt }, notExists)) return id
  const kept = await table.get(at)
  return kept?.fingerprint === fingerprint ? String(kept?.id) : undefined
}
