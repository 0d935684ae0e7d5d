import { type Entry, type EntryCard, type OpenQuarter, openQuarterSchema, type SharedEntry } from '@xieshang/rules'
import { json, number, optional, packed, text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'

/** Kinds that a place's own duties are worked out from. */
const owedKinds: readonly string[] = ['council', 'review', 'supervisionNote']

/**
 * An entry of a register as its events made it, and what the city may read of it.
 * @personal whatever its fields ask for
 * @by officer
 * @reads whoever acts on it or shows it: one
 * @stream the city is told, where it may read it
 */
export const entry = entity({
  key: ['ENTRY#{id}', 'HEAD'],
  attributes: {
    version: number,
    entry: packed<Entry>(),
    // Parsed when it was written; here its schema would bring every register along.
    shared: optional(json<SharedEntry>()),
  },
  stream: {
    change: (_, values) => {
      const { shared } = values()
      return shared === undefined ? undefined : { kind: 'entry', entry: shared }
    },
  },
})

/**
 * One event of an entry, and what its chain comes to with it.
 * @personal who acted, as a commitment in the text and as a value beside it
 * @by officer
 * @reads the history of an entry: all
 */
export const entryEvent = entity({
  key: ['ENTRY#{id}', 'EVENT#{number:6}'],
  attributes: { act: text, event: text, hash: optional(text), values: optional(text) },
})

/**
 * An entry in the list of its place and of each above; in the index what everybody may read, or what is to be settled.
 * @by officer
 * @reads officers of the place: a page, the newest first
 * @reads everybody, or whoever is to settle them: a page of the index, the newest first
 * @reads reports and duties: all, page by page
 * @stream of some kinds, what its place owes is worked out anew
 */
export const entryLine = entity({
  key: ['ENTRIES#{place:code}#{kind}', '{entry}'],
  index: { public: ['PUBLIC#{place:code}#{kind}', '{entry}'], open: ['OPEN#{place:code}#{kind}', '{entry}'] },
  attributes: { card: json<EntryCard>() },
  stream: {
    // The same line stands in the lists above; the own one is enough.
    change: ({ place, kind }, values) =>
      owedKinds.includes(kind) && values().card.division === place
        ? { kind: 'placeTouched', division: place }
        : undefined,
  },
})

/**
 * An entry that belongs to the place itself, for those below who may read it.
 * @by officer
 * @reads officers below: a page, the newest first
 */
export const ownEntryLine = entity({
  key: ['ENTRIES#={place:code}#{kind}', '{entry}'],
  attributes: { card: json<EntryCard>() },
})

/**
 * The open data of a quarter, as they were published (G11).
 * @by system
 * @reads everybody: all, the newest first
 */
export const openQuarter = entity({
  key: ['OPENDATA', '{quarter}'],
  attributes: { data: json<OpenQuarter>((value) => openQuarterSchema.parse(value)) },
})
