import type { EventOf, EventType } from './event.ts'
import type { Consequence, Kept, Meaning, Paged } from './meaning.ts'
import type { Consultation } from './state.ts'

/** What each type of event means. A new type has its line here, or nothing compiles. */
export const meanings: { readonly [T in EventType]: Meaning<T> } = {
  TopicProposed: { sections: ['topic'] },
  ProcedureSet: { sections: ['topic'] },
  TopicReturned: { sections: ['topic'] },
  TopicResubmitted: { sections: ['topic'] },
  TopicRegistered: { sections: ['topic'] },
  ParticipantsFixed: {
    sections: ['participants'],
    follows: () => [{ kind: 'pages', act: 'seats' }],
  },
  NoticeIssued: { sections: ['notice'] },
  TellingRecorded: { sections: ['tellings'] },
  PostingRecorded: { sections: ['postings'] },
  OpinionAnswered: {
    sections: ['answers'],
    keeps: ({ data }) => [{ kind: 'answer', ...data }],
  },
  FormsChosen: { sections: ['forms'] },
  ItemAdded: { sections: ['items'] },
  ItemRevised: { sections: ['items'] },
  SessionOpened: {
    sections: ['session'],
    keeps: ({ data: { kind, session } }, { division, villages }) =>
      kind === 'council' ? [{ kind, session, division, ...(villages !== undefined && { villages }) }] : [],
    follows: ({ data }) => (data.kind === 'council' ? [{ kind: 'placeDuties' }] : []),
  },
  AttendanceTaken: { sections: ['session'] },
  DiscussionRecorded: { sections: ['discussions'] },
  SessionClosed: { sections: ['session'] },
  RoundOpened: {
    sections: ['voting'],
    keeps: ({ data: { round, closesAt } }) => (closesAt === undefined ? [] : [{ kind: 'due', round, closesAt }]),
    follows: ({ data: { method, round } }) => (method === 'online' ? [{ kind: 'pages', act: 'ballots', round }] : []),
  },
  HandsEntered: { sections: ['voting'] },
  HandsConfirmed: { sections: ['voting'] },
  PapersEntered: { sections: ['voting'] },
  PapersConfirmed: { sections: ['voting'] },
  RoundClosing: {
    sections: ['voting'],
    keeps({ data: { round } }, { rounds }) {
      const closesAt = rounds.find((one) => one.round === round)?.closesAt
      return [
        { kind: 'toCount', round },
        ...(closesAt === undefined ? [] : [{ kind: 'notDue', round, closesAt } as const]),
      ]
    },
    follows: ({ data: { round } }) => [{ kind: 'count', round }],
  },
  RoundClosed: { sections: ['voting', 'items', 'dissents'] },
  RecordFiled: { sections: ['record'] },
  FilingAnswered: { sections: ['record'] },
  OutcomePublished: {
    sections: ['publication'],
    keeps: (_event, { publications, tenant }) =>
      publications.length === 0 ? [{ kind: 'firstPublication', tenant }] : [],
  },
  Escalated: { sections: ['assembly'] },
  AssemblyVoted: { sections: ['assembly', 'items'] },
  MarkedMajor: { sections: ['major'] },
  MajorStepRecorded: { sections: ['major'] },
  TaskAdded: { sections: ['tasks'] },
  ProgressReported: { sections: ['progress'] },
  TaskUrged: { sections: ['progress'] },
  CommissionerReported: { sections: ['reports'] },
  CommissionerAnswered: { sections: ['reports'] },
  DissentRecorded: {
    sections: ['dissents'],
    keeps: ({ data }) => [{ kind: 'dissent', ...data }],
  },
  DissentExplained: {
    sections: ['dissents'],
    keeps: ({ data }) => [{ kind: 'explanation', ...data }],
  },
  OutcomeCorrected: { sections: ['correction'] },
  SupervisionNoted: { sections: ['remarks'] },
  SupervisorsNamed: { sections: ['supervision'] },
  ProgressPublished: { sections: ['bulletins'] },
  CaseClosed: { sections: ['closing'] },
  ModelPromoted: { sections: ['closing'] },
  TakenUpAgain: { sections: ['again'] },
}

const meaningOf = <T extends EventType>({ type }: EventOf<T>): Meaning<T> => meanings[type]

/** What is kept at once with an event; the first of a consultation has no state before it, and nothing beside it. */
export const keptWith = <T extends EventType>(event: EventOf<T>, before: Consultation | undefined): readonly Kept[] =>
  before === undefined ? [] : (meaningOf(event).keeps?.(event, before) ?? [])

/** What follows from an event once it is committed. */
export const consequencesOf = <T extends EventType>(event: EventOf<T>): readonly Consequence[] =>
  meaningOf(event).follows?.(event) ?? []

/** What of that is made page by page. */
export const pagedAfter = <T extends EventType>(event: EventOf<T>): readonly Paged[] =>
  consequencesOf(event).filter((one) => one.kind === 'pages')
