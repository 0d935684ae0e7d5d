import {
  type Actor,
  type Consultation,
  type ConsultationEvent,
  evolve,
  keptWith,
  type NewEvent,
  opennessOf,
  versionOf,
} from '@xieshang/rules'
import { notExists, type Write } from '../table/items.ts'
import { lineWrites } from './cards.ts'
import { chained, type Written } from './chain.ts'
import { eventItem, headItem } from './heads.ts'
import { keptWrites } from './kept.ts'

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
    ...written.flatMap(({ event }) => keptWith(event, before).flatMap((kept) => keptWrites(kept, event))),
    ...lineWrites(before, state),
  ]
}

/** P11a: the old consultation names the new one in the same transaction that makes it. */
export function takenUpAgain(old: Consultation, { id, topic, proposed }: Consultation, by: Actor): Write[] {
  const data = { consultation: id, title: topic.title }
  return commitWrites(old, advance(old, old.id, [{ type: 'TakenUpAgain', data }], by, proposed.at))
}
