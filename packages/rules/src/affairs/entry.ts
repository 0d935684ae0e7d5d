import { type Actor, type PlaceCode, type Text, text } from '@xieshang/kernel'
import type { SessionKind } from '../taxonomy/procedure.ts'

/** Who carried an entry on. */
export type EntryActor = Actor

/** Something that was done on an entry. Nothing is ever taken away or overwritten. */
export type Done<B = Readonly<Record<string, unknown>>> = {
  readonly number: number
  readonly act: string
  readonly at: string
  readonly by: EntryActor
  readonly body: B
}

/** An entry of one of the registers beside the consultation: what was entered, and everything done on it since. */
export type Entry = {
  readonly id: string
  readonly kind: string
  readonly tenant: PlaceCode
  readonly division: PlaceCode
  /** Number of its last event, from 1. */
  readonly version: number
  readonly fields: Readonly<Record<string, unknown>>
  readonly created: { readonly at: string; readonly by: EntryActor }
  readonly updatedAt: string
  readonly acts: readonly Done[]
  /** E4: the hash of the last event; absent while all were written before there were chains. */
  readonly chainHead?: string
}

/** An event of an entry: the first one is `create`. Readable for ever; a change of its body's shape is a new version. */
export type EntryEvent = {
  readonly entry: string
  readonly kind: string
  readonly tenant: PlaceCode
  readonly division: PlaceCode
  readonly number: number
  readonly v: number
  readonly at: string
  readonly by: EntryActor
  readonly act: string
  readonly body: Readonly<Record<string, unknown>>
  /** E4: what its chain comes to with it; absent where it was written before there were chains. */
  readonly hash?: string
}

/** What a decision knows of a consultation that is referred to. */
export type ConsultationFact = { readonly division: PlaceCode; readonly sessions: readonly SessionKind[] }

export type EntryContext = {
  /** Instant in UTC. */
  readonly now: string
  readonly actor: EntryActor
  /** Consultations that the values refer to, as far as they exist. */
  readonly consultations?: ReadonlyMap<string, ConsultationFact>
}

/** Where entries stand, in one word for all kinds. */
export const entryStatuses = {
  open: text('待办理', 'Waiting'),
  answered: text('已答复', 'Answered'),
  accepted: text('已接收', 'Accepted'),
  sentBack: text('已退回', 'Sent back'),
  reported: text('已反馈', 'Reported'),
  active: text('有效', 'In force'),
  stopped: text('已停用', 'Stopped'),
  recorded: text('已登记', 'Recorded'),
  concluded: text('已形成结果', 'Concluded'),
  closed: text('已结束', 'Closed'),
  annulled: text('已作废', 'Annulled'),
} as const satisfies Record<string, Text>

export type EntryStatus = keyof typeof entryStatuses

/** The next state of an entry. Total: an event once written always folds. */
export function evolveEntry(entry: Entry | undefined, event: EntryEvent): Entry {
  const { number, at, by, act, body, hash } = event
  const chained = hash === undefined ? {} : { chainHead: hash }
  if (entry === undefined)
    return {
      id: event.entry,
      kind: event.kind,
      tenant: event.tenant,
      division: event.division,
      version: number,
      fields: body,
      created: { at, by },
      updatedAt: at,
      acts: [],
      ...chained,
    }
  return { ...entry, version: number, updatedAt: at, acts: [...entry.acts, { number, act, at, by, body }], ...chained }
}

export const foldEntry = (events: readonly EntryEvent[]): Entry | undefined =>
  events.reduce<Entry | undefined>(evolveEntry, undefined)
