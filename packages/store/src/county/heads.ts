import { type Consultation, type ConsultationEvent, fold, upcast, type WrittenEvent } from '@xieshang/rules'
import type { Item } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { eventIn, linkedAttributes, type Written } from './chain.ts'
import { keys } from './keys.ts'
import { pack, unpack } from './packed.ts'

export const headItem = (state: Consultation): Item => ({
  ...keys.head(state.id),
  shape: headShape,
  version: state.version,
  state: pack(state),
})

export const eventItem = ({ event: { consultation, number, type }, linked }: Written<ConsultationEvent>): Item => ({
  ...keys.event(consultation, number),
  type,
  ...linkedAttributes(linked),
})

/** What a head holds changes with the events it is folded from: one of another shape is folded anew. */
const headShape = 5

/** The fold as a head keeps it; undefined where it was kept in another shape than today's. */
const keptState = (item: Item): Consultation | undefined =>
  item.shape === headShape ? (unpack(String(item.state)) as Consultation) : undefined

export const eventsOf = async (table: Table, id: string, behind = 0): Promise<ConsultationEvent[]> =>
  (await table.queryAll(keys.case(id), { between: keys.events(behind + 1) })).map(eventOf)

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
export const eventOf = (item: Item): ConsultationEvent => upcast(eventIn(item) as WrittenEvent)
