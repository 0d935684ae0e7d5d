import { json, number, packed, text } from '../../entities/attributes.ts'
import type { Change } from '../../entities/change.ts'
import { entity } from '../../entities/entity.ts'
import { owedFrom } from '../owedMessage.ts'
import type { KeptDuties, ListedDuty } from '../owner.ts'

/** How far the pass of a day has come: over the consultations, then over the places, each in the order of a list. */
export type Pass = {
  readonly day: string
  readonly stage: 'consultations' | 'places' | 'done'
  /** Where the next page begins; none at the beginning of a stage. */
  readonly from?: string
}

const owes = {
  attributes: { version: number, kept: packed<KeptDuties>() },
  stream: {
    change: (_: unknown, values: () => { readonly version: number; readonly kept: KeptDuties }): Change => {
      const { kept, version } = values()
      return { kind: 'owed', owed: owedFrom(kept, version) }
    },
  },
} as const

/**
 * What a consultation owes, done and not.
 * @by system
 * @reads the page of the consultation: one
 * @stream the city is told
 */
export const caseDuties = entity({
  key: ['CASE#{consultation}', 'DUTIES'],
  ...owes,
})

/**
 * What a place owes beside its consultations.
 * @by system
 * @reads the daily pass: those of many places
 * @stream the city is told
 */
export const placeDuties = entity({
  key: ['PLACE#{place:code}', 'DUTIES'],
  ...owes,
})

/**
 * An open duty in the list of its place and of each above.
 * @by system
 * @reads officers of the place: a page, the earliest due first
 */
export const dutyLine = entity({
  key: ['DUTIES#{place:code}', '{due}#{owner}#{id}'],
  attributes: { duty: json<ListedDuty>() },
})

/**
 * How far the daily pass over everything has come.
 * @by system
 * @reads the daily pass: one
 */
export const dailyPass = entity({
  key: ['DAILYPASS', 'DAILYPASS'],
  attributes: { pass: json<Pass>() },
})

/**
 * The first day from which sessions are owed here.
 * @by system
 * @reads whatever works out what places owe: one
 */
export const dutiesSince = entity({
  key: ['DAILYPASS', 'SINCE'],
  attributes: { day: text },
})
