import type { Item, ItemStatus } from '../deliberation/state.ts'
import { nextDissents, withDissents } from '../followUp/dissents.ts'
import { followUpEvolvers, stepOf } from '../followUp/evolve.ts'
import { noFollowUp } from '../followUp/shapes.ts'
import { noSeats } from '../participants/seatSet.ts'
import type { Session } from '../session/state.ts'
import type { Round } from '../voting/state.ts'
import { byOf } from './by.ts'
import type { ConsultationEvent, EventData, EventType } from './event.ts'
import type { Stamp } from './stamp.ts'
import type { Consultation } from './state.ts'

type Evolve<T extends EventType> = (state: Consultation, data: EventData[T], stamp: Stamp) => Partial<Consultation>

const changeItem = (state: Consultation, number: number, change: Partial<Item>): Item[] =>
  state.items.map((item) => (item.item === number ? { ...item, ...change } : item))

const changeSession = (state: Consultation, number: number, change: Partial<Session>): Session[] =>
  state.sessions.map((session) => (session.session === number ? { ...session, ...change } : session))

const changeRound = (state: Consultation, number: number, change: Partial<Round>): Round[] =>
  state.rounds.map((round) => (round.round === number ? { ...round, ...change } : round))

const statusAfter = { passed: 'passed', failed: 'failed', noQuorum: 'open', tooFew: 'open' } as const satisfies Record<
  string,
  ItemStatus
>

const evolvers: { [T in Exclude<EventType, 'TopicProposed'>]: Evolve<T> } = {
  TopicReturned: (_state, data, stamp) => ({ step: 'returned', returned: { ...stamp, reason: data.reason } }),
  TopicResubmitted: (_state, data) => ({ step: 'proposed', topic: data.topic }),
  TopicRegistered: (_state, data, stamp) => ({ step: 'registered', registered: { ...stamp, ...data } }),
  ProcedureSet: (_state, data, stamp) => ({ procedure: { ...stamp, ...data } }),
  ParticipantsFixed: (_state, data, stamp) => ({ step: 'listed', list: { ...stamp, ...data } }),
  NoticeIssued: (state, data, stamp) => ({ step: 'notified', notices: [...state.notices, { ...stamp, ...data }] }),
  TellingRecorded: (state, data, stamp) => ({ tellings: [...state.tellings, { ...stamp, ...data }] }),
  PostingRecorded: (state, data, stamp) => ({ postings: [...state.postings, { ...stamp, ...data }] }),
  OpinionAnswered: (state, { feedback }, stamp) =>
    feedback === true
      ? { feedbackAnswered: state.feedbackAnswered + 1 }
      : { opinionsAnswered: state.opinionsAnswered + 1, lastOpinionAnswer: stamp.at },
  FormsChosen: (_state, data) => ({ forms: data.forms }),
  ItemAdded: (state, data) => ({
    items: [...state.items, { ...data, status: 'open', revision: 1, discussions: [] }],
    ...(state.step === 'decided' && { step: 'deliberating' as const }),
  }),
  ItemRevised: (state, { item, ...change }) => ({
    items: changeItem(state, item, { ...change, status: 'open' }),
    ...(state.step === 'decided' && { step: 'deliberating' as const }),
  }),
  SessionOpened: (state, data, stamp) => ({
    step: state.step === 'voting' ? 'voting' : 'deliberating',
    sessions: [...state.sessions, { ...stamp, ...data, present: noSeats, attendanceTaken: false }],
  }),
  AttendanceTaken: (state, data) => ({
    sessions: changeSession(state, data.session, { present: data.present, attendanceTaken: true }),
  }),
  DiscussionRecorded: (state, { item, session, text }, stamp) => {
    const discussions = state.items.find((i) => i.item === item)?.discussions ?? []
    return { items: changeItem(state, item, { discussions: [...discussions, { ...stamp, session, text }] }) }
  },
  SessionClosed: (state, data, stamp) => ({ sessions: changeSession(state, data.session, { closedAt: stamp.at }) }),
  RoundOpened: (state, { untold: _untold, ...data }, stamp) => ({
    step: 'voting',
    rounds: [...state.rounds, { ...stamp, ...data, status: 'open' }],
  }),
  HandsEntered: (state, data, stamp) => ({
    rounds: changeRound(state, data.round, { entry: { ...stamp, counts: data.counts } }),
  }),
  HandsConfirmed: (state, data, stamp) => ({ rounds: changeRound(state, data.round, { confirmedBy: stamp.by }) }),
  PapersEntered: (state, { round, ...papers }, stamp) => ({
    rounds: state.rounds.map((one) => {
      if (one.round !== round) return one
      const { confirmedBy: _confirmed, ...rest } = one
      return { ...rest, papers: { ...stamp, ...papers } }
    }),
  }),
  PapersConfirmed: (state, data, stamp) => ({ rounds: changeRound(state, data.round, { confirmedBy: stamp.by }) }),
  RoundClosing: (state, data) => ({ rounds: changeRound(state, data.round, { status: 'closing' }) }),
  RoundClosed: (state, data, stamp) => {
    const items = data.tally.items.reduce(
      (all, counted) => all.map((i) => (i.item === counted.item ? { ...i, status: statusAfter[counted.result] } : i)),
      state.items,
    )
    return {
      step: stepOf(items),
      items,
      dissents: withDissents(state.dissents, data.dissents, stamp.at),
      rounds: changeRound(state, data.round, {
        ...{ status: 'closed', tally: data.tally, closedAt: stamp.at },
        ...(data.dissents > 0 && { words: nextDissents(state.dissents, data.dissents) }),
      }),
    }
  },
  RecordFiled: (state, data, stamp) => ({
    step: state.tasks.length > 0 ? 'carryingOut' : 'filed',
    filings: [...state.filings, { ...stamp, ...data }],
  }),
  OutcomePublished: (state, data, stamp) => ({
    ...(state.step === 'filed' && { step: 'published' as const }),
    publications: [...state.publications, { ...stamp, ...data }],
  }),
  ...followUpEvolvers,
}

/** Every type of event there is. */
export const eventTypes: readonly EventType[] = ['TopicProposed', ...(Object.keys(evolvers) as EventType[])]

const apply = <T extends Exclude<EventType, 'TopicProposed'>>(
  type: T,
  state: Consultation,
  data: EventData[T],
  stamp: Stamp,
) => (evolvers[type] as Evolve<T>)(state, data, stamp)

/** E4: the head of the chain, and what everybody may read of it. */
const chainedBy = ({ type, number, hash }: ConsultationEvent): Pick<Consultation, 'chainHead' | 'publishedChain'> =>
  hash === undefined
    ? {}
    : { chainHead: hash, ...(type === 'OutcomePublished' && { publishedChain: { event: number, hash } }) }

/**
 * The state after an event. Without a state only `TopicProposed` makes sense.
 * @throws Error when the event cannot follow the state, which a store must never let happen
 */
export function evolve(state: Consultation | undefined, event: ConsultationEvent): Consultation {
  const stamp: Stamp = { at: event.at, by: byOf(event.by) }
  const exceptions = (event.exceptions ?? []).map((e) => ({ ...stamp, ...e }))
  const chained = chainedBy(event)
  if (event.number !== (state?.version ?? 0) + 1)
    throw new Error(`Event ${event.number} of ${event.consultation} cannot follow version ${state?.version ?? 0}`)
  if (event.type === 'TopicProposed') {
    return {
      id: event.consultation,
      version: event.number,
      ...event.data,
      step: 'proposed',
      proposed: stamp,
      updatedAt: event.at,
      notices: [],
      tellings: [],
      postings: [],
      forms: [],
      items: [],
      sessions: [],
      rounds: [],
      opinionsAnswered: 0,
      feedbackAnswered: 0,
      filings: [],
      publications: [],
      exceptions,
      ...noFollowUp,
      ...chained,
    }
  }
  if (state === undefined) throw new Error(`The first event of ${event.consultation} is ${event.type}`)
  return {
    ...state,
    ...apply(event.type, state, event.data, stamp),
    version: event.number,
    updatedAt: event.at,
    exceptions: [...state.exceptions, ...exceptions],
    ...chained,
  }
}

/** The state that all events of a consultation make, in their order. */
export function fold(events: readonly ConsultationEvent[]): Consultation | undefined {
  return events.reduce<Consultation | undefined>(evolve, undefined)
}
