import type { Choice } from '../taxonomy/procedure.ts'

/** A choice on an item; who is against may say why (P9f). */
export type BallotChoice = { readonly item: number; readonly choice: Choice; readonly words?: string | undefined }

/** A named ballot that came back on paper. */
export type PaperBallot = { readonly seat: number; readonly choices: readonly BallotChoice[] }

/** The counted choices of one ballot; a secret ballot does not say whose it is. */
export type CountedBallot = {
  readonly choices: readonly BallotChoice[]
  readonly seat?: number
}
