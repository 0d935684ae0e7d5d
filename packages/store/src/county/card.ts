import type { PlaceCode } from '@xieshang/kernel'
import type { Step } from '@xieshang/rules'

/** One line of a list. */
export type Card = {
  readonly id: string
  readonly title: string
  readonly division: PlaceCode
  readonly matter: string
  readonly step: Step
  /** Right to the day: a line is written anew when it says something new, and once a day at most when it does not. */
  readonly updatedAt: string
  /** P11b: how it ended, and whether it became a model. */
  readonly summary?: string
  readonly model?: boolean
}

export type CardPage = { readonly cards: Card[]; readonly cursor?: string }
export type Asked = { readonly limit: number; readonly cursor?: string | undefined }
