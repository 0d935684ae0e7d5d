import type { KindSpec } from './kind.ts'
import { hearing } from './kinds/hearing.ts'
import { review } from './kinds/review.ts'
import { adoption, countyRule, demonstrationSite, modelCase, partyAffairs, training } from './kinds/sharing.ts'
import { subsidy } from './kinds/subsidy.ts'
import { council, talk } from './kinds/talk.ts'
import { mobilisation, referral, suggestion, supervisionNote } from './kinds/upAndDown.ts'
import { venue } from './kinds/venue.ts'

/** Every register beside the consultation, in the order in which people read them. */
export const entryKinds = {
  talk,
  council,
  hearing,
  review,
  suggestion,
  supervisionNote,
  referral,
  mobilisation,
  venue,
  training,
  subsidy,
  partyAffairs,
  demonstrationSite,
  modelCase,
  countyRule,
  adoption,
} as const satisfies Record<string, KindSpec>

export type EntryKind = keyof typeof entryKinds
