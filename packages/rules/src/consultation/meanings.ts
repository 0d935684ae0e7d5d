import type { EventOf, EventType } from './event.ts'
import type { Consequence, Kept, Meaning, Paged } from './meaning.ts'
import type { Consultation } from './state.ts'

/** What types of events lead to. One without a line here leads to nothing but its state. */
const meanings: { readonly [T in EventType]?: Meaning<T> } = {
  ParticipantsFixed: {
    follows: () => [{ kind: 'pages', act: 'seats' }],
  },
  OpinionAnswered: {
    keeps: ({ data }) => [{ kind: 'answer', ...data }],
  },
  SessionOpened: {
    keeps: ({ data: { kind, session } }, { division, villages }) =>
      kind === 'council' ? [{ kind, session, division, ...(villages !== undefined && { villages }) }] : [],
    follows: ({ data }) => (data.kind === 'council' ? [{ kind: 'placeDuties' }] : []),
  },
  RoundOpened: {
    keeps: ({ data: { round, closesAt } }) => (closesAt === undefined ? [] : [{ kind: 'due', round, closesAt }]),
    follows: ({ data: { method, round } }) => (method === 'online' ? [{ kind: 'pages', act: 'ballots', round }] : []),
  },
  RoundClosing: {
    keeps({ data: { round } }, { rounds }) {
      const closesAt = rounds.find((one) => one.round === round)?.closesAt
      return [
        { kind: 'toCount', round },
        ...(closesAt === undefined ? [] : [{ kind: 'notDue', round, closesAt } as const]),
      ]
    },
    follows: ({ data: { round } }) => [{ kind: 'count', round }],
  },
  OutcomePublished: {
    keeps: (_event, { publications, tenant }) =>
      publications.length === 0 ? [{ kind: 'firstPublication', tenant }] : [],
  },
  DissentRecorded: {
    keeps: ({ data }) => [{ kind: 'dissent', ...data }],
  },
  DissentExplained: {
    keeps: ({ data }) => [{ kind: 'explanation', ...data }],
  },
}

const meaningOf = <T extends EventType>({ type }: EventOf<T>): Meaning<T> | undefined => meanings[type]

/** What is kept at once with an event; the first of a consultation has no state before it, and nothing beside it. */
export const keptWith = <T extends EventType>(event: EventOf<T>, before: Consultation | undefined): readonly Kept[] =>
  before === undefined ? [] : (meaningOf(event)?.keeps?.(event, before) ?? [])

/** What follows from an event once it is committed. */
export const consequencesOf = <T extends EventType>(event: EventOf<T>): readonly Consequence[] =>
  meaningOf(event)?.follows?.(event) ?? []

/** What of that is made page by page. */
export const pagedAfter = <T extends EventType>(event: EventOf<T>): readonly Paged[] =>
  consequencesOf(event).filter((one) => one.kind === 'pages')
