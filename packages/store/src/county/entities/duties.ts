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
  by: ['system'],
  reads: ['its page: one', 'the daily pass: those of many places'],
  stream: {
    says: 'the city is told',
    change: (_: unknown, values: () => { readonly version: number; readonly kept: KeptDuties }): Change => {
      const { kept, version } = values()
      return { kind: 'owed', owed: owedFrom(kept, version) }
    },
  },
} as const

export const caseDuties = entity({
  name: 'duties of a consultation',
  key: ['CASE#{consultation}', 'DUTIES'],
  holds: 'what a consultation owes, done and not',
  ...owes,
})

export const placeDuties = entity({
  name: 'duties of a place',
  key: ['PLACE#{place:code}', 'DUTIES'],
  holds: 'what a place owes beside its consultations',
  ...owes,
})

export const dutyLine = entity({
  name: 'duty line',
  key: ['DUTIES#{place:code}', '{due}#{owner}#{id}'],
  attributes: { duty: json<ListedDuty>() },
  holds: 'an open duty in the list of its place and of each above',
  by: ['system'],
  reads: ['officers of the place: a page, the earliest due first'],
})

export const dailyPass = entity({
  name: 'daily pass',
  key: ['DAILYPASS', 'DAILYPASS'],
  attributes: { pass: json<Pass>() },
  holds: 'how far the daily pass over everything has come',
  by: ['system'],
  reads: ['the daily pass: one'],
})

export const dutiesSince = entity({
  name: 'duties since',
  key: ['DAILYPASS', 'SINCE'],
  attributes: { day: text },
  holds: 'the first day from which sessions are owed here',
  by: ['system'],
  reads: ['whatever works out what places owe: one'],
})
