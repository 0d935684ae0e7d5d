import { type PlaceCode, pathOf } from '@xieshang/kernel'
import type { Entry, EntryCard, EntryEvent, EntryKind } from '@xieshang/rules'
import {
  entryCardOf,
  entryKinds,
  entryOpennessOf,
  entryVersionOf,
  evolveEntry,
  foldEntry,
  sharedEntryOf,
  upcastEntry,
} from '@xieshang/rules/registers'
import { fits } from '../entities/packed.ts'
import { type Item, notExists, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { type ChainAsked, chained, chainLines, eventIn, linkedAttributes, type Written } from './chain.ts'
import * as entities from './entities/index.ts'
import { answeredTo, type CommitOutcome, commitOnce, type Request } from './once.ts'

type Asked = { readonly limit: number; readonly cursor?: string | undefined }

type ReadLine = (line: Item) => { readonly card: EntryCard }

export type EntryPage = { readonly entries: EntryCard[]; readonly cursor?: string }

const eventOf = (item: Item): EntryEvent => upcastEntry(eventIn(entities.entryEvent.read(item)) as EntryEvent)

const headItem = (entry: Entry): Item =>
  entities.entry.item({ id: entry.id, version: entry.version, entry, shared: sharedEntryOf(entry) })

const publicList = entities.entryLine.index.public
const openList = entities.entryLine.index.open

/** The shorter list in which a line stands as well, if any: what everybody may read, else what waits to be settled. */
function shortListOf({ status, shown }: EntryCard): typeof publicList | typeof openList | undefined {
  if (shown !== undefined) return publicList
  return status === 'open' || status === 'sentBack' ? openList : undefined
}

/** One line in every list that shows the entry, so that each list is one query in the order of time. */
function lines(entry: Entry): Write[] {
  const card = entryCardOf(entry)
  const { kind, division } = card
  const lineAt = (place: PlaceCode) => ({ place, kind, entry: entry.id, card })
  const shortList = shortListOf(card)
  return [
    ...pathOf(division, 'county')
      .map(lineAt)
      .map((line) => ({ put: { ...entities.entryLine.item(line), ...shortList?.key(line) } })),
    ...('openBelow' in entryKinds[kind] ? [{ put: entities.ownEntryLine.item(lineAt(division)) }] : []),
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
    (await table.queryAll(entities.entryEvent.partition({ id }), { prefix: entities.entryEvent.begin({}) })).map(
      eventOf,
    )

  const page = async (
    partition: string,
    { limit, cursor }: Asked,
    { index, read = entities.entryLine.read }: { readonly index?: 'GSI1'; readonly read?: ReadLine } = {},
  ): Promise<EntryPage> => {
    const found = await table.page(partition, {
      backwards: true,
      limit,
      ...(index !== undefined && { index }),
      ...(cursor !== undefined && { cursor }),
    })
    return {
      entries: found.items.map((item) => read(item).card),
      ...(found.cursor !== undefined && { cursor: found.cursor }),
    }
  }

  /** The entry as it was at a version. */
  const at = async (id: string, version: number): Promise<Entry | undefined> =>
    foldEntry((await events(id)).filter((event) => event.number <= version))

  return {
    async load(id: string): Promise<Entry | undefined> {
      const item = await table.get(entities.entry.key({ id }))
      return item === undefined ? undefined : entities.entry.read(item).entry
    },

    at,

    /** E4: the lines of its events from a number to another, each with its values where those are asked for. */
    async chain(id: string, { first, last, withValues }: ChainAsked): Promise<string[]> {
      const { sort } = entities.entryEvent
      const between = [sort({ number: first }), sort({ number: last })] as const
      const items = await table.queryAll(entities.entryEvent.partition({ id }), { between })
      return items.flatMap((item) => chainLines(entities.entryEvent.read(item), { withValues }))
    },

    /** Whether an entry still fits into its item. */
    fits,

    /** Entries of a kind at a place and all places below it, newest first. */
    list: (kind: EntryKind, place: PlaceCode, asked: Asked) =>
      page(entities.entryLine.partition({ place, kind }), asked),

    /** Those of them that everybody may read. */
    listPublic: (kind: EntryKind, place: PlaceCode, asked: Asked) =>
      page(publicList.partition({ place, kind }), asked, { index: 'GSI1' }),

    /** Those of them that wait to be settled, of a kind that is not for everybody. */
    listOpen: (kind: EntryKind, place: PlaceCode, asked: Asked) =>
      page(openList.partition({ place, kind }), asked, { index: 'GSI1' }),

    /** The entries of an open kind that belong to the place itself, newest first. */
    own: (kind: EntryKind, place: PlaceCode, asked: Asked) =>
      page(entities.ownEntryLine.partition({ place, kind }), asked, { read: entities.ownEntryLine.read }),

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
            put: entities.entryEvent.item({
              ...{ id: entry.id, number: event.number, act: event.act },
              ...linkedAttributes(linked),
            }),
            condition: notExists,
          },
          ...lines(entry),
        ],
      })
    },

    /** The entry as it was when a request was answered first. */
    async answered(request: Request): Promise<Entry | 'keyReused' | undefined> {
      const answer = await answeredTo(table, request)
      return answer === undefined || answer === 'keyReused' ? answer : at(answer.entry ?? '', answer.version ?? 0)
    },
  }
}
