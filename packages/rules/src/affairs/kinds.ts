import { keysOf } from '../taxonomy/keys.ts'
import type { KindSpec } from './kind.ts'
import { council } from './kinds/council.ts'
import { hearing } from './kinds/hearing.ts'
import { mobilisation } from './kinds/mobilisation.ts'
import { demonstrationSite, modelCase } from './kinds/models.ts'
import { partyAffairs } from './kinds/party.ts'
import { referral } from './kinds/referral.ts'
import { review } from './kinds/review.ts'
import { adoption, countyRule } from './kinds/rules.ts'
import { subsidy } from './kinds/subsidy.ts'
import { suggestion } from './kinds/suggestion.ts'
import { supervisionNote } from './kinds/supervisionNote.ts'
import { talk } from './kinds/talk.ts'
import { training } from './kinds/training.ts'
import { venue } from './kinds/venue.ts'

/** Every register beside the consultation, in the groups and the order in which people read them. */
const groups = {
  systems: { talk, council, hearing, review },
  levels: { suggestion, supervisionNote, referral, mobilisation },
  means: { venue, training, subsidy },
  open: { partyAffairs, demonstrationSite, modelCase, countyRule, adoption },
} as const satisfies Record<string, Record<string, KindSpec>>

export const entryKinds = { ...groups.systems, ...groups.levels, ...groups.means, ...groups.open } as const

export type EntryKind = keyof typeof entryKinds
export type EntryGroup = keyof typeof groups

/** The registers of each group. */
export const entryGroups: Readonly<Record<EntryGroup, readonly EntryKind[]>> = {
  systems: keysOf(groups.systems),
  levels: keysOf(groups.levels),
  means: keysOf(groups.means),
  open: keysOf(groups.open),
}
