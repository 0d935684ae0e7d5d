import { keysOf } from '../taxonomy/keys.ts'
import {
  type ParticipantCategory,
  type ParticipantClass,
  type ParticipantGroup,
  participantCategories,
  participantClasses,
  participantGroups,
} from '../taxonomy/participants.ts'
import type { RefusalCode } from '../texts/refusals.ts'

/** How many seats each group of a list has (S1). */
export type Composition = { readonly [group in ParticipantGroup]: number }

/** What S1 misses on a list of classes, if anything. */
export function compositionGap(classes: readonly ParticipantClass[]): RefusalCode | undefined {
  if (!classes.includes('partyOrganisation')) return 'partyMissing'
  if (!classes.includes('committee')) return 'committeeMissing'
  const residents = classes.filter((c) => participantClasses[c].resident).length
  if (residents === 0) return 'residentsMissing'
  if (residents * 2 <= classes.length) return 'residentsNotMajority'
  return undefined
}

/** S3: how many seats each of the four groups has. */
export function compositionOf(seats: readonly { readonly category: ParticipantCategory }[]): Composition {
  const count = (group: string) => seats.filter((s) => participantCategories[s.category].group === group).length
  const [representatives, units, professionals, volunteers] = keysOf(participantGroups).map(count)
  return {
    representatives: representatives ?? 0,
    units: units ?? 0,
    professionals: professionals ?? 0,
    volunteers: volunteers ?? 0,
  }
}
