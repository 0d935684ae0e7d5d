import type { ParticipantGroup } from '../taxonomy/participants.ts'

/** How many seats each group of a list has (S1). */
export type Composition = { readonly [group in ParticipantGroup]: number }
