import type { PlaceCode } from '@xieshang/kernel'
import type { Consultation } from '@xieshang/rules'
import { json, map, number, optional, packed, place, text } from '../../entities/attributes.ts'
import { entity } from '../../entities/entity.ts'
import type { Card } from '../card.ts'
import { eventOf } from '../chain.ts'

/**
 * A consultation as its events made it. The one item on whose version every command is decided.
 * @by officer, system
 * @reads whoever acts on it or shows it: one
 * @reads the open data of a quarter: those published around it, by id
 * @stream its summary is worked out anew
 */
export const head = entity({
  key: ['CASE#{consultation}', 'HEAD'],
  // Of an earlier shape is what was kept by an earlier program; from before there were shapes it has none.
  attributes: { shape: optional(number), version: number, state: packed<Consultation>() },
  stream: {
    change: ({ consultation }) => ({ kind: 'touched', consultation }),
  },
})

/**
 * One event, and what its chain comes to with it. What happened, for ever; the values beside its text may be destroyed
 * (E4).
 * @personal who acted, as a commitment in the text and as a value beside it
 * @by officer, system
 * @reads the history: a page, the last first
 * @reads a fold, an exported chain: from one number to another
 * @stream it is published, and its steps are taken
 */
export const event = entity({
  key: ['CASE#{consultation}', 'EVENT#{number:6}'],
  attributes: { type: text, event: text, hash: optional(text), values: optional(text) },
  stream: {
    once: true,
    change: ({ consultation }, values) => ({ kind: 'event', consultation, event: eventOf(values()) }),
  },
})

/**
 * A consultation in the list of its place and of each above; in the index once everybody may read it.
 * @by officer, system
 * @reads officers of the place: a page, the last proposed first
 * @reads everybody: a page of the index, the last registered first
 */
export const caseLine = entity({
  key: ['CASES#{place:code}', '{proposedAt}#{consultation}'],
  index: { public: ['PUBLIC#{place:code}', '{registeredAt}#{consultation}'] },
  attributes: { card: json<Card>() },
})

/**
 * A closed consultation in the list of each of its places; in the index if it became a model.
 * @by officer, system
 * @reads officers of the place: a page, the last closed first, of all or of the models
 */
export const archiveLine = entity({
  key: ['ARCHIVE#{place:code}', '{closedAt}#{consultation}'],
  index: { models: ['MODELS#{place:code}', '{closedAt}#{consultation}'] },
  attributes: { card: json<Card>() },
})

/**
 * A council of a consultation, in the list of each of its places (F2).
 * @by officer
 * @reads the report of councils and the duties of a place: within a span of time
 */
export const councilLine = entity({
  key: ['COUNCILS#{place:code}', '{at}#{consultation}#{session:1}'],
  attributes: { division: place, villages: optional(map<PlaceCode[]>()) },
})

/**
 * That an outcome was published first (G11).
 * @by officer
 * @reads the open data of a quarter: those around it
 */
export const publishedLine = entity({
  key: ['PUBLISHED#{county:code}', '{at}#{consultation}'],
  attributes: { consultation: text },
})
