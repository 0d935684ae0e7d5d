import type { EntryKind, SharedEntry } from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import { shared } from './sharedEntity.ts'

const pageSize = 50

/**
 * Keeps what a county shares, as it last stood. A duplicate, a late or a replayed message changes nothing.
 * @returns whether anything changed
 */
export const applyEntry = (table: Table, entry: SharedEntry): Promise<boolean> =>
  table.put(
    {
      ...shared.item({ ...entry, card: entry }),
      // What was annulled is kept, so that nothing late brings it back, and stands on no list.
      ...(entry.status !== 'annulled' && shared.index.standing.key(entry)),
    },
    { expression: 'attribute_not_exists(#PK) OR #version < :version', values: { version: entry.version } },
  )

/** G9: what the counties share of a kind, newest first. What was annulled is left out. */
export async function sharedEntries(
  table: Table,
  kind: EntryKind,
  from?: string,
): Promise<{ entries: SharedEntry[]; cursor?: string }> {
  const { items, cursor } = await table.page(shared.index.standing.partition({ kind }), {
    index: 'GSI1',
    backwards: true,
    limit: pageSize,
    ...(from !== undefined && { cursor: from }),
  })
  return {
    entries: items.map((item) => shared.value(item, 'card')),
    ...(cursor !== undefined && { cursor }),
  }
}

/** An entry as the city last heard of it. */
export async function sharedEntry(table: Table, kind: EntryKind, id: string): Promise<SharedEntry | undefined> {
  const item = await table.get(shared.key({ kind, entry: id }))
  return item === undefined ? undefined : shared.read(item).card
}
