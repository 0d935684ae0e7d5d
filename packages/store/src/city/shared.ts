import { type EntryKind, type SharedEntry, sharedEntrySchema } from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'

const pageSize = 50

/**
 * Keeps what a county shares, as it last stood. A duplicate, a late or a replayed message changes nothing.
 * @returns whether anything changed
 */
export const applyEntry = (table: Table, entry: SharedEntry): Promise<boolean> =>
  table.put(
    {
      PK: keys.shared(entry.kind),
      SK: entry.entry,
      version: entry.version,
      card: JSON.stringify(entry),
      // What was annulled is kept, so that nothing late brings it back, and stands on no list.
      ...(entry.status !== 'annulled' && { GSI1PK: keys.shared(entry.kind), GSI1SK: entry.entry }),
    },
    { expression: 'attribute_not_exists(#PK) OR #version < :version', values: { version: entry.version } },
  )

/** G9: what the counties share of a kind, newest first. What was annulled is left out. */
export async function sharedEntries(
  table: Table,
  kind: EntryKind,
  from?: string,
): Promise<{ entries: SharedEntry[]; cursor?: string }> {
  const { items, cursor } = await table.page(keys.shared(kind), {
    index: 'GSI1',
    backwards: true,
    limit: pageSize,
    ...(from !== undefined && { cursor: from }),
  })
  return {
    entries: items.map(({ card }) => sharedEntrySchema.parse(JSON.parse(String(card)))),
    ...(cursor !== undefined && { cursor }),
  }
}

/** An entry as the city last heard of it. */
export async function sharedEntry(table: Table, kind: EntryKind, id: string): Promise<SharedEntry | undefined> {
  const item = await table.get({ PK: keys.shared(kind), SK: id })
  return item === undefined ? undefined : sharedEntrySchema.parse(JSON.parse(String(item.card)))
}
