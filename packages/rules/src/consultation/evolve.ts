import { byOf } from './by.ts'
import type { ConsultationEvent, EventData, EventType } from './event.ts'
import type { Evolvers } from './evolver.ts'
import { evolvers, nothingYet } from './evolvers.ts'
import type { Stamp } from './stamp.ts'
import type { Consultation } from './state.ts'

const apply = <T extends Exclude<EventType, 'TopicProposed'>>(
  type: T,
  state: Consultation,
  data: EventData[T],
  stamp: Stamp,
) => (evolvers[type] as Evolvers<EventData>[T])(state, data, stamp)

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
      exceptions,
      ...nothingYet,
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
