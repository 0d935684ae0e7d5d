import {
  type Actor,
  type Consultation,
  type ConsultationEvent,
  evolve,
  fold,
  type NewEvent,
  upcast,
  versionOf,
  type WrittenEvent,
} from '@xieshang/rules'
import { type Item, notExists, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import type { Asked } from './card.ts'
import { lineWrites, openCards, reportWrites } from './cards.ts'
import { dissentWrites } from './dissents.ts'
import { keys } from './keys.ts'
import { pack, unpack } from './packed.ts'

/** Who sent a command under which key, and what the command was, so that the same key again gives the first answer. */
export type Request = { readonly sub: string; readonly key: string; readonly fingerprint: string }

/** The first answer of a request: the consultation as it was at that version. */
export type Answered = { readonly fingerprint: string; readonly consultation: string; readonly version: number }

export type CommitOutcome = 'committed' | 'changed' | 'answered'

export const secondsOf = (instant: string) => Math.floor(Date.parse(instant) / 1000)
export const keepAnswersSeconds = 7 * 86_400

const headItem = (state: Consultation): Item => ({
  ...keys.head(state.id),
  shape: headShape,
  version: state.version,
  state: pack(state),
})

const eventItem = (event: ConsultationEvent): Item => ({
  ...keys.event(event.consultation, event.number),
  type: event.type,
  event: pack(event),
})

/** What a head holds changes with the events it is folded from: one of another shape is folded anew. */
const headShape = 4

/** The fold as a head keeps it; undefined where it was kept in another shape than today's. */
const keptState = (item: Item): Consultation | undefined =>
  item.shape === headShape ? (unpack(String(item.state)) as Consultation) : undefined

const eventsOf = async (table: Table, id: string, behind = 0): Promise<ConsultationEvent[]> =>
  (await table.queryAll(keys.case(id), { between: keys.eventsBehind(behind) })).map(eventOf)

/** The consultation that a head item is of: what it keeps, or where that is of an earlier shape, its events folded. */
export async function stateOf(table: Table, item: Item): Promise<Consultation> {
  const kept = keptState(item)
  if (kept !== undefined) return kept
  const id = item.PK.slice(keys.case('').length)
  const events = (await eventsOf(table, id)).filter(({ number }) => number <= Number(item.version))
  const state = fold(events)
  if (state === undefined) throw new Error(`The head of ${id} has no events`)
  return state
}

/** Every event that is read is read here, and is what today's code knows, whatever version it was written in. */
export const eventOf = (item: Item): ConsultationEvent => upcast(unpack(String(item.event)) as WrittenEvent)

/** What else must be true at once when an event is: the lists of the clock and of the count, and what it is about. */
function alongside(event: ConsultationEvent, before: Consultation | undefined): Write[] {
  const closesAt = (number: number) => before?.rounds.find((r) => r.round === number)?.closesAt
  switch (event.type) {
    case 'OpinionAnswered':
      return [
        {
          update: {
            ...keys.opinion(event.consultation, event.data.opinion),
            set: { answer: { text: event.data.text, at: event.at } },
          },
          condition: { expression: 'attribute_exists(#PK) AND attribute_not_exists(#answer)' },
        },
        ...(event.data.feedback === true
          ? [{ put: { ...keys.answeredFeedback(event.consultation, event.number), opinion: event.data.opinion } }]
          : []),
      ]
    case 'RoundOpened':
      return event.data.closesAt === undefined
        ? []
        : [{ put: { ...keys.due(event.data.closesAt, event.consultation, event.data.round), what: 'close' } }]
    case 'RoundClosing': {
      const { round } = event.data
      const at = closesAt(round)
      return [
        { put: { ...keys.counting(event.consultation, round), consultation: event.consultation, round } },
        ...(at === undefined ? [] : [{ delete: keys.due(at, event.consultation, round) }]),
      ]
    }
    case 'DissentRecorded':
    case 'DissentExplained':
      return dissentWrites(event)
    default:
      return []
  }
}

/** Numbers new events after a state and folds them. */
export function advance(
  state: Consultation | undefined,
  id: string,
  news: readonly NewEvent[],
  by: Actor,
  at: string,
): { state: Consultation; events: ConsultationEvent[] } {
  const events = news.map(
    (event, index): ConsultationEvent => ({
      ...event,
      consultation: id,
      number: (state?.version ?? 0) + index + 1,
      v: versionOf(event.type),
      at,
      by,
    }),
  )
  const next = events.reduce<Consultation | undefined>(evolve, state)
  if (next === undefined) throw new Error('A decision without events on no consultation')
  return { state: next, events }
}

/** Head and events, on the version they were decided on. */
export function commitWrites(
  before: Consultation | undefined,
  { state, events }: { readonly state: Consultation; readonly events: readonly ConsultationEvent[] },
): Write[] {
  return [
    {
      put: headItem(state),
      condition:
        before === undefined ? notExists : { expression: '#version = :before', values: { before: before.version } },
    },
    ...events.map((event): Write => ({ put: eventItem(event), condition: notExists })),
    ...events.flatMap((event) => [...alongside(event, before), ...reportWrites(event, before)]),
    ...lineWrites(before, state),
  ]
}

/** Consultations as events and their head, one transaction a command. */
export function openConsultations(table: Table) {
  const cards = openCards(table)

  /** Events of a consultation, in order; those behind a number where one is named. */
  const events = (id: string, behind = 0) => eventsOf(table, id, behind)

  return {
    async load(id: string): Promise<Consultation | undefined> {
      const item = await table.get(keys.head(id))
      return item === undefined ? undefined : stateOf(table, item)
    },

    events,

    async event(id: string, number: number): Promise<ConsultationEvent | undefined> {
      const item = await table.get(keys.event(id, number))
      return item === undefined ? undefined : eventOf(item)
    },

    /** The consultation as it was at a version. */
    async at(id: string, version: number): Promise<Consultation | undefined> {
      return fold((await events(id)).filter((event) => event.number <= version))
    },

    /** Head and events, both or neither, on the version they were decided on. */
    async commit(commit: {
      readonly before: Consultation | undefined
      readonly state: Consultation
      readonly events: readonly ConsultationEvent[]
      readonly request?: Request | undefined
      readonly also?: readonly Write[]
    }): Promise<CommitOutcome> {
      const { before, state, request } = commit
      const answered: Write[] =
        request === undefined
          ? []
          : [
              {
                put: {
                  ...keys.answered(request.sub, request.key),
                  fingerprint: request.fingerprint,
                  consultation: state.id,
                  version: state.version,
                  expiresAt: secondsOf(state.updatedAt) + keepAnswersSeconds,
                },
                condition: notExists,
              },
            ]
      const outcome = await table.transact([...answered, ...commitWrites(before, commit), ...(commit.also ?? [])])
      if (outcome.done) return 'committed'
      return request !== undefined && outcome.refused.includes(0) ? 'answered' : 'changed'
    },

    async answered(request: Request): Promise<Answered | undefined> {
      const item = await table.get(keys.answered(request.sub, request.key))
      if (item === undefined) return undefined
      return {
        fingerprint: String(item.fingerprint),
        consultation: String(item.consultation),
        version: Number(item.version),
      }
    },

    /** A page of what happened, the last first. */
    async eventPage(id: string, { limit, cursor }: Asked) {
      const page = await table.page(keys.case(id), {
        backwards: true,
        between: keys.eventsBehind(0),
        limit,
        ...(cursor !== undefined && { cursor }),
      })
      return { events: page.items.map(eventOf), ...(page.cursor !== undefined && { cursor: page.cursor }) }
    },

    ...cards,

    /** Rounds whose end has come, oldest first. */
    async due(now: string): Promise<{ at: string; consultation: string; round: number }[]> {
      const items = await table.queryAll('DUE', { until: `${now}~` })
      return items.map((item) => {
        const [at = '', consultation = '', round = '0'] = item.SK.split('#')
        return { at, consultation, round: Number(round) }
      })
    },

    async notDue(due: { at: string; consultation: string; round: number }): Promise<void> {
      await table.delete(keys.due(due.at, due.consultation, due.round))
    },

    /** Rounds that are closing, or counted and still to be cleared. */
    async toCount(): Promise<{ consultation: string; round: number }[]> {
      const items = await table.queryAll(keys.counting('', 0).PK)
      return items.map(({ consultation, round }) => ({ consultation: String(consultation), round: Number(round) }))
    },

    async notToCount(consultation: string, round: number): Promise<void> {
      await table.delete(keys.counting(consultation, round))
    },
  }
}
