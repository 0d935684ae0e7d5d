import { pathOf } from '@xieshang/kernel'
import {
  type Entry,
  type EntryCard,
  type EntryEvent,
  type EntryKind,
  entryCardOf,
  entryKinds,
  entryOpennessOf,
  entryVersionOf,
  evolveEntry,
  foldEntry,
  sharedEntryOf,
  upcastEntry,
} from '@xieshang/rules'
import { type Item, notExists, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { chained, eventIn, linkedAttributes, type Written } from './chain.ts'
import { keys } from './keys.ts'
import { answeredTo, type CommitOutcome, commitOnce, type Request } from './once.ts'
import { fits, pack, unpack } from './packed.ts'

type Asked = { readonly limit: number; readonly cursor?: string | undefined }

export type EntryPage = { readonly entries: EntryCard[]; readonly cursor?: string }

const entryOf = (item: Item): Entry => unpack(String(item.entry)) as Entry
const eventOf = (item: Item): EntryEvent => upcastEntry(eventIn(item) as EntryEvent)
const cardFrom = (item: Item): EntryCard => JSON.parse(String(item.card)) as EntryCard

function headItem(entry: Entry): Item {
  const shared = sharedEntryOf(entry)
  return {
    ...keys.entry(entry.id),
    version: entry.version,
    entry: pack(entry),
    ...(shared !== undefined && { shared: JSON.stringify(shared) }),
  }
}

/** The shorter list in which a line stands as well, if any: what everybody may read, else what waits to be settled. */
function shortListOf({ kind, status, shown }: EntryCard): ((place: string) => string) | undefined {
  if (shown !== undefined) return (place) => keys.publicEntries(place, kind)
  return status === 'open' || status === 'sentBack' ? (place) => keys.openEntries(place, kind) : undefined
}

/** One line in every list that shows the entry, so that each list is one query in the order of time. */
function lines(entry: Entry): Write[] {
  const card = entryCardOf(entry)
  const { kind } = card
  const line = { SK: entry.id, card: JSON.stringify(card) }
  const shortList = shortListOf(card)
  return [
    ...pathOf(entry.division, 'county').map((place) => ({
      put: {
        PK: keys.entries(place, kind),
        ...line,
        ...(shortList !== undefined && { GSI1PK: shortList(place), GSI1SK: entry.id }),
      },
    })),
    ...('openBelow' in entryKinds[kind] ? [{ put: { PK: keys.ownEntries(entry.division, kind), ...line } }] : []),
  ]
}

/** What a new event made of an entry. */
export type EntryAdvance = { readonly entry: Entry; readonly written: Written<EntryEvent> }

/** Numbers a new event after an entry, chains it (E4) and folds it. */
export function advanceEntry(before: Entry | undefined, event: Omit<EntryEvent, 'number' | 'v'>): EntryAdvance {
  const numbered = { ...event, number: (before?.version ?? 0) + 1, v: entryVersionOf(event) }
  const written = chained<EntryEvent>(numbered, before?.chainHead, entryOpennessOf(event))
  return { entry: evolveEntry(before, written.event), written }
}

/** Entries as events and their head, with a line in each list, one transaction an act. */
export function openEntries(table: Table) {
  const events = async (id: string): Promise<EntryEvent[]> =>
    (await table.queryAll(keys.entryEvents(id), { prefix: 'EVENT#' })).map(eventOf)

  const page = async (partition: string, { limit, cursor }: Asked, index?: 'GSI1'): Promise<EntryPage> => {
    const found = await table.page(partition, {
      backwards: true,
      limit,
      ...(index !== undefined && { index }),
      ...(cursor !== undefined && { cursor }),
    })
    return {
      entries: found.items.map(cardFrom),
      ...(found.cursor !== undefined && { cursor: found.cursor }),
    }
  }

  /** The entry as it was at a version. */
  const at = async (id: string, version: number): Promise<Entry | undefined> =>
    foldEntry((await events(id)).filter((event) => event.number <= version))

  return {
    async load(id: string): Promise<Entry | undefined> {
      const item = await table.get(keys.entry(id))
      return item === undefined ? undefined : entryOf(item)
    },

    at,

    /** Whether an entry still fits into its item. */
    fits,

    /** Entries of a kind at a place and all places below it, newest first. */
    list: (kind: EntryKind, division: string, asked: Asked) => page(keys.entries(division, kind), asked),

    /** Those of them that everybody may read. */
    listPublic: (kind: EntryKind, division: string, asked: Asked) =>
      page(keys.publicEntries(division, kind), asked, 'GSI1'),

    /** Those of them that wait to be settled, of a kind that is not for everybody. */
    listOpen: (kind: EntryKind, division: string, asked: Asked) =>
      page(keys.openEntries(division, kind), asked, 'GSI1'),

    /** The entries of an open kind that belong to the place itself, newest first. */
    own: (kind: EntryKind, division: string, asked: Asked) => page(keys.ownEntries(division, kind), asked),

    /** Head, event and lines, all or nothing, on the version they were decided on. */
    async commit(commit: {
      readonly before: Entry | undefined
      readonly next: EntryAdvance
      readonly request: Request
    }): Promise<CommitOutcome> {
      const { before, request } = commit
      const { entry, written } = commit.next
      const { event, linked } = written
      return commitOnce(table, request, {
        at: event.at,
        answer: { entry: entry.id, version: entry.version },
        writes: [
          {
            put: headItem(entry),
            condition:
              before === undefined
                ? notExists
                : { expression: '#version = :before', values: { before: before.version } },
          },
          {
            put: { ...keys.entryEvent(entry.id, event.number), act: event.act, ...linkedAttributes(linked) },
            condition: notExists,
          },
          ...lines(entry),
        ],
      })
    },

    /** The entry as it was when a request was answered first. */
    async answered(request: Request): Promise<Entry | 'keyReused' | undefined> {
      const item = await answeredTo(table, request)
      return item === undefined || item === 'keyReused' ? item : at(String(item.entry), Number(item.version))
    },
  }
}
