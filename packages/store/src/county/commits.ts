import {
  type Actor,
  type Consultation,
  type ConsultationEvent,
  evolve,
  type NewEvent,
  opennessOf,
  versionOf,
} from '@xieshang/rules'
import { notExists, type Write } from '../table/items.ts'
import { lineWrites, reportWrites } from './cards.ts'
import { chained, type Written } from './chain.ts'
import { dissentWrites } from './dissents.ts'
import { eventItem, headItem } from './heads.ts'
import { keys } from './keys.ts'

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

/** What new events made of a consultation. */
export type Advance = { readonly state: Consultation; readonly written: readonly Written<ConsultationEvent>[] }

/** Numbers new events after a state, chains them (E4) and folds them. */
export function advance(
  before: Consultation | undefined,
  id: string,
  news: readonly NewEvent[],
  by: Actor,
  at: string,
): Advance {
  let state = before
  const written = news.map((one): Written<ConsultationEvent> => {
    const event = { ...one, consultation: id, number: (state?.version ?? 0) + 1, v: versionOf(one.type), at, by }
    const next = chained<ConsultationEvent>(event, state?.chainHead, opennessOf(one.type))
    state = evolve(state, next.event)
    return next
  })
  if (state === undefined) throw new Error('A decision without events on no consultation')
  return { state, written }
}

/** Head and events, on the version they were decided on. */
export function commitWrites(before: Consultation | undefined, { state, written }: Advance): Write[] {
  return [
    {
      put: headItem(state),
      condition:
        before === undefined ? notExists : { expression: '#version = :before', values: { before: before.version } },
    },
    ...written.map((one): Write => ({ put: eventItem(one), condition: notExists })),
    ...written.flatMap(({ event }) => [...alongside(event, before), ...reportWrites(event, before)]),
    ...lineWrites(before, state),
  ]
}

/** P11a: the old consultation names the new one in the same transaction that makes it. */
export function takenUpAgain(old: Consultation, { id, topic, proposed }: Consultation, by: Actor): Write[] {
  const data = { consultation: id, title: topic.title }
  return commitWrites(old, advance(old, old.id, [{ type: 'TakenUpAgain', data }], by, proposed.at))
}
