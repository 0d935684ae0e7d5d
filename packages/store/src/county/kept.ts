import { within } from '@xieshang/kernel'
import type { ConsultationEvent, Kept } from '@xieshang/rules'
import type { Write } from '../table/items.ts'
import { placesOf } from './cards.ts'
import * as entities from './entities/index.ts'

type Of<K extends Kept['kind']> = Extract<Kept, { readonly kind: K }>

const answerWrites = ({ opinion, text, feedback }: Of<'answer'>, { consultation, number, at }: ConsultationEvent) => [
  {
    update: { ...entities.opinion.key({ consultation, opinion }), set: { answer: { text, at } } },
    condition: { expression: 'attribute_exists(#PK) AND attribute_not_exists(#answer)' },
  },
  ...(feedback === true ? [{ put: entities.answeredFeedback.item({ consultation, event: number, opinion }) }] : []),
]

/** F2: under the moment it was held, in the list of each place; one of several villages in each of theirs. */
const councilWrites = (
  { session, division, villages }: Of<'council'>,
  { consultation, at }: ConsultationEvent,
): Write[] =>
  [...new Set((villages ?? [division]).flatMap(placesOf))].map((place) => ({
    put: entities.councilLine.item({
      ...{ place, at, consultation, session, division },
      villages: villages?.filter((one) => within(one, place)),
    }),
  }))

/** What is written for what must be kept beside an event. */
export function keptWrites(kept: Kept, event: ConsultationEvent): Write[] {
  const { consultation, at } = event
  switch (kept.kind) {
    case 'answer':
      return answerWrites(kept, event)
    case 'due':
      return [{ put: entities.due.item({ at: kept.closesAt, consultation, round: kept.round, what: 'close' }) }]
    case 'notDue':
      return [{ delete: entities.due.key({ at: kept.closesAt, consultation, round: kept.round }) }]
    case 'toCount':
      return [{ put: entities.counting.item({ consultation, round: kept.round }) }]
    case 'dissent':
      return [{ put: entities.dissent.item({ ...kept, consultation, at }) }]
    case 'explanation': {
      const explanation = { at, by: { sub: event.by.sub, name: event.by.name }, text: kept.text }
      return [{ put: entities.explained.item({ consultation, dissent: kept.dissent, explanation }) }]
    }
    case 'council':
      return councilWrites(kept, event)
    case 'firstPublication':
      return [{ put: entities.publishedLine.item({ county: kept.tenant, at, consultation }) }]
  }
}
