import type { Stamp } from '../consultation/stamp.ts'
import type { CorrectionState } from '../correction/state.ts'
import type { FilingState } from '../filing/state.ts'
import type { Channel } from '../taxonomy/procedure.ts'

export type Publication = Stamp & {
  readonly channels: readonly Channel[]
  readonly from: string
  readonly until: string
  readonly text: string
}

export type PublicationState = { readonly publications: readonly Publication[] }

export const noPublications: PublicationState = { publications: [] }

/** P8, P9g: whether the outcome as it stands was never published, or was filed or corrected since it was. */
export function owesPublication(state: PublicationState & FilingState & CorrectionState): boolean {
  const published = state.publications.at(-1)?.at
  if (published === undefined) return true
  const changes = [state.filings.at(-1), state.corrections.findLast(({ kind }) => kind === 'corrected')]
  return changes.some((change) => change !== undefined && change.at > published)
}
