import { dayOf, type PlaceCode, type Text, text } from '@xieshang/kernel'
import { entryStatusOf } from './acts.ts'
import type { Entry, EntryStatus } from './entry.ts'
import type { KindSpec, Shown } from './kind.ts'
import { type EntryKind, entryKinds } from './kinds.ts'

/** One line of a list, and all that reports and public pages need of an entry. */
export type EntryCard = {
  readonly id: string
  readonly kind: EntryKind
  readonly division: PlaceCode
  readonly title: Text
  readonly status: EntryStatus
  readonly createdAt: string
  readonly updatedAt: string
  readonly version: number
  readonly day?: string
  readonly due?: string
  /** When what was due was done first. */
  readonly settledAt?: string
  readonly digest: Readonly<Record<string, number | string>>
  readonly shown?: Shown
}

const settled: readonly EntryStatus[] = ['answered', 'accepted', 'reported', 'concluded', 'closed']

/** When an entry first came to where nothing more is awaited. */
function settledAt(entry: Entry): string | undefined {
  for (let acts = 1; acts <= entry.acts.length; acts++) {
    const then = { ...entry, acts: entry.acts.slice(0, acts) }
    if (settled.includes(entryStatusOf(then))) return then.acts.at(-1)?.at
  }
  return undefined
}

/** What somebody typed is called the same in every language. */
function titleOf(spec: KindSpec, fields: Entry['fields']): Text {
  const title = spec.title(fields)
  return typeof title === 'string' ? text(title, title) : title
}

/** An entry as lists, reports and public pages show it. */
export function entryCardOf(entry: Entry): EntryCard {
  const spec = entryKinds[entry.kind as EntryKind]
  const status = entryStatusOf(entry)
  const due = spec.due?.(entry.fields)
  const done = due === undefined ? undefined : settledAt(entry)
  return {
    id: entry.id,
    kind: entry.kind as EntryKind,
    division: entry.division,
    title: titleOf(spec, entry.fields),
    status,
    createdAt: entry.created.at,
    updatedAt: entry.updatedAt,
    version: entry.version,
    ...(spec.day !== undefined && { day: spec.day(entry.fields) }),
    ...(due !== undefined && { due }),
    ...(done !== undefined && { settledAt: done }),
    digest: spec.digest?.(entry) ?? {},
    ...(spec.shown !== undefined && status !== 'annulled' && { shown: spec.shown(entry) }),
  }
}

export type Timing = 'none' | 'due' | 'overdue' | 'met' | 'metLate'

/** How an entry stands to its day: done in time, done late, still to come, or overdue. Late stays late. */
export function timingOf(card: Pick<EntryCard, 'due' | 'settledAt' | 'status'>, now: string): Timing {
  if (card.due === undefined || card.status === 'annulled') return 'none'
  if (card.settledAt !== undefined) return dayOf(card.settledAt) <= card.due ? 'met' : 'metLate'
  return dayOf(now) <= card.due ? 'due' : 'overdue'
}
