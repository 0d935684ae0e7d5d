import { within } from '@xieshang/kernel'
import type { ConsultationEvent, Kept } from '@xieshang/rules'
import type { Write } from '../table/items.ts'
import { placesOf } from './cards.ts'
import { keys } from './keys.ts'

type Of<K extends Kept['kind']> = Extract<Kept, { readonly kind: K }>

const answerWrites = ({ opinion, text, feedback }: Of<'answer'>, { consultation, number, at }: ConsultationEvent) => [
  {
    update: { ...keys.opinion(consultation, opinion), set: { answer: { text, at } } },
    condition: { expression: 'attribute_exists(#PK) AND attribute_not_exists(#answer)' },
  },
  ...(feedback === true ? [{ put: { ...keys.answeredFeedback(consultation, number), opinion } }] : []),
]

/** F2: under the moment it was held, in the list of each place; one of several villages in each of theirs. */
const councilWrites = (
  { session, division, villages }: Of<'council'>,
  { consultation, at }: ConsultationEvent,
): Write[] =>
  [...new Set((villages ?? [division]).flatMap(placesOf))].map((place) => ({
    put: {
      ...{ PK: keys.councils(place), SK: `${at}#${consultation}#${session}`, division },
      ...(villages !== undefined && { villages: villages.filter((one) => within(one, place)) }),
    },
  }))

/** What is written for what must be kept beside an event. */
export function keptWrites(kept: Kept, event: ConsultationEvent): Write[] {
  const { consultation, at } = event
  switch (kept.kind) {
    case 'answer':
      return answerWrites(kept, event)
    case 'due':
      return [{ put: { ...keys.due(kept.closesAt, consultation, kept.round), what: 'close' } }]
    case 'notDue':
      return [{ delete: keys.due(kept.closesAt, consultation, kept.round) }]
    case 'toCount': {
      const { round } = kept
      return [{ put: { ...keys.counting(consultation, round), consultation, round } }]
    }
    case 'dissent': {
      const { kind: _kind, ...said } = kept
      return [{ put: { ...keys.dissent(consultation, said.dissent), ...said, at } }]
    }
    case 'explanation': {
      const explanation = { at, by: { sub: event.by.sub, name: event.by.name }, text: kept.text }
      return [{ put: { ...keys.explained(consultation, kept.dissent), explanation } }]
    }
    case 'council':
      return councilWrites(kept, event)
    case 'firstPublication':
      return [{ put: { PK: keys.publishedIn(kept.tenant), SK: `${at}#${consultation}`, consultation } }]
  }
}
