import { type Consultation, type ConsultationEvent, fold } from '@xieshang/rules'
import type { Item } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { eventOf, linkedAttributes, type Written } from './chain.ts'
import * as entities from './entities/index.ts'

export const headItem = (state: Consultation): Item =>
  entities.head.item({ consultation: state.id, shape: headShape, version: state.version, state })

export const eventItem = ({ event: { consultation, number, type }, linked }: Written<ConsultationEvent>): Item =>
  entities.event.item({ consultation, number, type, ...linkedAttributes(linked) })

/** What a head holds changes with the events it is folded from: one of another shape is folded anew. */
const headShape = 5

const lastNumber = 999_999

/** The first and the last sort key of the events from a number to another. */
export const eventsFrom = (first: number, last = lastNumber): readonly [string, string] => [
  entities.event.sort({ number: first }),
  entities.event.sort({ number: last }),
]

export const eventIn = (item: Item): ConsultationEvent => eventOf(entities.event.read(item))

export const eventsOf = async (table: Table, id: string, behind = 0): Promise<ConsultationEvent[]> =>
  (await table.queryAll(entities.event.partition({ consultation: id }), { between: eventsFrom(behind + 1) })).map(
    eventIn,
  )

/** The consultation that a head item is of: what it keeps, or where that is of an earlier shape, its events folded. */
export async function stateOf(table: Table, item: Item): Promise<Consultation> {
  const { consultation, shape, version, state: kept } = entities.head.read(item)
  if (shape === headShape) return kept
  const events = (await eventsOf(table, consultation)).filter(({ number }) => number <= version)
  const state = fold(events)
  if (state === undefined) throw new Error(`The head of ${consultation} has no events`)
  return state
}
