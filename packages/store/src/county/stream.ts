import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import {
  type ConsultationEvent,
  type EntryCard,
  type Owed,
  type SharedEntry,
  type Summary,
  sharedEntrySchema,
  summarySchema,
  type Unknown,
  unknownSchema,
} from '@xieshang/rules'
import type { Item } from '../table/items.ts'
import type { Delivery } from './deliveries.ts'
import { eventOf } from './heads.ts'
import { owedFrom } from './owedMessage.ts'

/** What a change of the county table means to the outbox. */
export type Change =
  | { readonly kind: 'event'; readonly consultation: string; readonly event: ConsultationEvent }
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  | { readonly kind: 'summary'; readonly summary: Summary }
  /** The city asked about a consultation that is not there. */
  | { readonly kind: 'unknown'; readonly unknown: Unknown }
  /** An entry that the city may read, as it now stands. */
  | { readonly kind: 'entry'; readonly entry: SharedEntry }
  /** What a consultation or a place owes was worked out anew. */
  | { readonly kind: 'owed'; readonly owed: Owed }
  /** A council, a review or a supervision note of a place was entered, or something was done on it. */
  | { readonly kind: 'placeTouched'; readonly division: string }
  /** Something of the consultation changed that its summary may show; of a seat, or of all. */
  | { readonly kind: 'touched'; readonly consultation: string; readonly seat?: number }
  /** A ballot was cast online: only which seat voted, never what. */
  | { readonly kind: 'cast'; readonly consultation: string; readonly round: number; readonly seat: number }
  /** An import of a register has a next step to take. */
  | { readonly kind: 'import'; readonly village: string; readonly id: string }
  | { readonly kind: 'nothing' }

/** Entries that a place's own duties are worked out from. */
const owedKinds: readonly string[] = ['council', 'review', 'supervisionNote']

const ownLine = ({ card }: Item, division: string) => (JSON.parse(String(card)) as EntryCard).division === division

/**
 * Reads a stream record's new image. Events are written once, deliveries are published when they appear, summaries
 * whenever they change.
 */
export function readStreamImage(eventName: string, image: Record<string, AttributeValue> | undefined): Change {
  if (image === undefined || eventName === 'REMOVE') return { kind: 'nothing' }
  const item = unmarshall(image) as Item
  if (item.PK.startsWith('ENTRY#') && item.SK === 'HEAD' && item.shared !== undefined)
    return { kind: 'entry', entry: sharedEntrySchema.parse(JSON.parse(String(item.shared))) }
  if (item.SK === 'DUTIES') return { kind: 'owed', owed: owedFrom(item) }
  const [, division, kind = ''] = /^ENTRIES#(\d+)#(\w+)$/.exec(item.PK) ?? []
  // The same line stands in the lists above; one of them is enough.
  if (division !== undefined && owedKinds.includes(kind) && ownLine(item, division))
    return { kind: 'placeTouched', division }
  if (item.PK.startsWith('VILLAGE#') && item.SK.startsWith('IMPORT#') && item.state === 'running')
    return { kind: 'import', village: item.PK.slice('VILLAGE#'.length), id: item.SK.slice('IMPORT#'.length) }
  if (item.SK === 'UNKNOWN') {
    const { consultation, tenant, answers } = item
    return { kind: 'unknown', unknown: unknownSchema.parse({ v: 1, unknown: true, consultation, tenant, answers }) }
  }
  const [, facts, seat] = /^(?:CASE|FACTS)#([^|]+)\|(?:SEAT#|OPINION#)(\d{4})/.exec(`${item.PK}|${item.SK}`) ?? []
  if (facts !== undefined) return { kind: 'touched', consultation: facts, seat: Number(seat) }
  if (item.PK.startsWith('LINK#') && item.SK.startsWith('ROUND#') && item.status === 'cast')
    return {
      kind: 'cast',
      consultation: String(item.consultation),
      round: Number(item.round),
      seat: Number(item.seat),
    }
  if (!item.PK.startsWith('CASE#')) return { kind: 'nothing' }
  const consultation = item.PK.slice('CASE#'.length)
  if (item.SK === 'HEAD' || item.SK.startsWith('TURNOUT#')) return { kind: 'touched', consultation }
  if (item.SK === 'SUMMARY') {
    const { answers } = item
    const summary = summarySchema.parse(JSON.parse(String(item.summary)))
    return { kind: 'summary', summary: answers === undefined ? summary : { ...summary, answers: String(answers) } }
  }
  if (eventName !== 'INSERT') return { kind: 'nothing' }
  if (item.SK.startsWith('EVENT#')) return { kind: 'event', consultation, event: eventOf(item) }
  if (item.SK.startsWith('DELIVERY#'))
    return { kind: 'delivery', delivery: { consultation, event: Number(item.event), seat: Number(item.seat) } }
  return { kind: 'nothing' }
}
