import { type PlaceCode, pathOf } from '@xieshang/kernel'
import { type Consultation, dayOf, type Quarter } from '@xieshang/rules'
import type { Item, Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import type { Asked, Card, CardPage } from './card.ts'
import { archiveLine, caseLine } from './entities/consultations.ts'
import { searchCards } from './search.ts'

/** In the lists of each of these something of a place stands: the place itself and those above it. */
export const placesOf = (division: PlaceCode): PlaceCode[] => pathOf(division, 'county')

const cardOf = (state: Consultation): Card => ({
  id: state.id,
  title: state.topic.title,
  division: state.division,
  matter: state.topic.matter,
  step: state.step,
  updatedAt: state.updatedAt,
  ...(state.closed !== undefined && { summary: state.closed.summary }),
  ...(state.model !== undefined && { model: true }),
})

/**
 * The lines of a consultation: in the list of each place by the moment it was proposed, once it is registered in what
 * everybody reads by that moment, and once it is closed in the archive by that. No line is ever moved.
 */
function linesOf(state: Consultation): Item[] {
  const { id, division, proposed, registered, closed, model } = state
  const card = cardOf(state)
  const at = (place: PlaceCode) => ({ place, consultation: id, card })
  return placesOf(division).flatMap((place) => [
    {
      ...caseLine.item({ ...at(place), proposedAt: proposed.at }),
      ...(registered !== undefined && caseLine.index.public.key({ ...at(place), registeredAt: registered.at })),
    },
    ...(closed === undefined
      ? []
      : [
          {
            ...archiveLine.item({ ...at(place), closedAt: closed.at }),
            ...(model !== undefined && archiveLine.index.models.key({ ...at(place), closedAt: closed.at })),
          },
        ]),
  ])
}

const said = (line: Item): string => {
  const card = JSON.parse(String(line.card)) as Card
  return JSON.stringify({ ...line, card: { ...card, updatedAt: dayOf(card.updatedAt) } })
}

/** The lines that say something else than before. */
export function lineWrites(before: Consultation | undefined, state: Consultation): Write[] {
  const known = new Set(before === undefined ? [] : linesOf(before).map(said))
  return linesOf(state)
    .filter((line) => !known.has(said(line)))
    .map((put) => ({ put }))
}

/** From the last day before a year to the first after it: wide enough for every time zone. */
export const aroundYear = (year: number): readonly [string, string] => [`${year - 1}-12-31`, `${year + 1}-01-02`]

/** The months of a quarter and a day on either side. */
export function aroundQuarter(quarter: Quarter): readonly [string, string] {
  const [year = 0, number = 0] = quarter.split('Q').map(Number)
  const day = (month: number, date: number) => new Date(Date.UTC(year, month, date)).toISOString()
  return [day(3 * number - 3, 0), day(3 * number, 2)]
}

/** A list of lines in the table or in its index. */
type List = {
  readonly partition: string
  readonly index?: 'GSI1'
  readonly read: (line: Item) => { readonly card: Card }
}

/** The lists of consultations: each a partition of its own, newest first, so that nothing is read to be left out. */
export function openCards(table: Table) {
  const page = async ({ partition, index, read }: List, { limit, cursor: from }: Asked): Promise<CardPage> => {
    const { items, cursor } = await table.page(partition, {
      backwards: true,
      limit,
      ...(index !== undefined && { index }),
      ...(from !== undefined && { cursor: from }),
    })
    return { cards: items.map((item) => read(item).card), ...(cursor !== undefined && { cursor }) }
  }

  const list = (place: PlaceCode, asked: Asked) =>
    page({ partition: caseLine.partition({ place }), read: caseLine.read }, asked)

  const archived = (place: PlaceCode): List => ({ partition: archiveLine.partition({ place }), read: archiveLine.read })
  const modelsOf = (place: PlaceCode): List => ({
    partition: archiveLine.index.models.partition({ place }),
    index: 'GSI1',
    read: archiveLine.read,
  })

  return {
    /** Consultations of a place and all places below it, the last proposed first. */
    list,

    /** Those of them in which all the words stand. */
    search: (division: PlaceCode, words: readonly string[], asked: Asked) =>
      searchCards((of) => list(division, of), words, asked),

    /** Those that everybody may read, the last registered first. */
    listPublic: (place: PlaceCode, asked: Asked) =>
      page({ partition: caseLine.index.public.partition({ place }), index: 'GSI1', read: caseLine.read }, asked),

    /** P11b: those that are closed, or only those that became models, the last closed first. */
    archive: (place: PlaceCode, { words, models }: { words: readonly string[]; models: boolean }, asked: Asked) =>
      searchCards((of) => page(models ? modelsOf(place) : archived(place), of), words, asked),
  }
}
