import type { Request } from '../county/once.ts'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { sent } from './entities.ts'

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
  const expiresAt = Math.floor(Date.parse(now) / 1000) + keepSeconds
  if (await table.put(sent.item({ sub, key, fingerprint, id, expiresAt }), notExists)) return id
  const item = await table.get(sent.key({ sub, key }))
  const kept = item === undefined ? undefined : sent.read(item)
  return kept?.fingerprint === fingerprint ? kept.id : undefined
}
