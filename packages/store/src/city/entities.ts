import type { PlaceCode } from '@xieshang/kernel'
import { type IndicatorId, indicators, keysOf, owedSchema, type Summary } from '@xieshang/rules'
import { json, number, type Optional, optional, text } from '../entities/attributes.ts'
import { entity } from '../entities/entity.ts'

/** A consultation of which a county said something else than it had said before. */
export type Rewritten = {
  readonly county: PlaceCode
  readonly consultation: string
  readonly division: PlaceCode
  readonly title: string
  /** The number of the event, what its chain came to when the city heard of it first, and what was said of it later. */
  readonly event: number
  readonly first: string
  readonly later: string
  /** Instant at which the city noticed. */
  readonly at: string
}

/**
 * The figures of a place: the sum of what its consultations add. Counters of the places right below a place lie
 * together, so that its dashboard is one query.
 * @by system
 * @reads the dashboard: all right below a place
 * @reads a figure, the recount: one
 */
export const counter = entity({
  key: ['BELOW#{above:code}', 'PLACE#{place:code}'],
  // What was never added to is not there.
  attributes: Object.fromEntries(keysOf(indicators).map((id) => [id, optional(number)])) as Readonly<
    Record<IndicatorId, Optional<number>>
  >,
})

/**
 * What the city last heard of a consultation. A county's summaries lie together, so that a recount reads them
 * consistently.
 * @by system
 * @reads the consultations behind a figure: a page of the index, by the beginning of the place’s code
 * @reads the recount: all of a county
 * @reads the ingest, a check code: one
 */
export const summary = entity({
  key: ['CASES#{county:code}', 'CASE#{consultation}'],
  index: { byPlace: ['CASES', '{place:code}#{consultation}'] },
  attributes: { version: number, card: json<Summary>() },
})

/**
 * What a request of an officer made, before it is sent to a county.
 * @by officer
 * @reads the same request again: one
 * @expires a week after the request
 */
export const sent = entity({
  key: ['SENT#{sub:any}#{key}', 'SENT'],
  attributes: { fingerprint: text, id: text, expiresAt: number },
})

/**
 * What a county is asked of a consultation.
 * @by system
 * @reads nobody: a condition of the answer
 * @expires 30 days after it was asked
 */
export const asked = entity({
  key: ['ASKED#{county:code}', '{consultation}'],
  attributes: { ask: text, askedAt: number, expiresAt: number },
})

/**
 * What a consultation or a place owes (G3).
 * @by system
 * @reads the ingest: one
 */
export const owner = entity({
  key: ['OWNERS#{county:code}', '{owner}'],
  attributes: { version: number, card: json((value) => owedSchema.parse(value)) },
})

/**
 * An owner in the list of each of its places, by the day on which it must act first.
 * @by system
 * @reads officers of the place: all until today
 */
export const owedLine = entity({
  key: ['OWED#{place:code}', '{due}#{owner}'],
  attributes: { card: json((value) => owedSchema.parse(value)) },
})

/**
 * What the chain of a consultation came to at an event, as the city heard it first (E4).
 * @by system
 * @reads a check code: a page, the last first
 * @reads the ingest: one
 */
export const chainHead = entity({
  key: ['HEADS#{county:code}#{consultation}', '{event:6}'],
  attributes: { hash: text, heardAt: text },
})

/**
 * That a county said something else of an event than before (E4).
 * @by system
 * @reads officers of the city: all
 */
export const rewritten = entity({
  key: ['REWRITTEN', '{county:code}#{consultation}#{event:6}#{later}'],
  attributes: { rewritten: json<Rewritten>() },
})
