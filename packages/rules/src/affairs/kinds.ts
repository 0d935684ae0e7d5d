import type { KindSpec } from './kind.ts'
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
import { council, talk } from './kinds/talk.ts'
import { training } from './kinds/training.ts'
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
