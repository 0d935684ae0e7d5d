import type { PlaceCode } from '@xieshang/kernel'
import type { Duty } from '@xieshang/rules'

/** Who owes: a consultation by its id, or a place by its code. */
export type OwnerId =
  | { readonly kind: 'consultation'; readonly id: string }
  | { readonly kind: 'place'; readonly id: PlaceCode }

/** Who owes, with what their lists say of them. */
export type Owner = OwnerId & {
  /** Where it lies; every place above sees its duties as well. */
  readonly division: PlaceCode
  /** The consultation's title. */
  readonly title?: string
  /** From how many days before its due day a duty is pointed out. */
  readonly reminderDays: number
  /** The version of the consultation from which the duties were worked out. */
  readonly seen?: number
}

/** What an owner's item holds. */
export type KeptDuties = { readonly owner: Owner; readonly duties: readonly Duty[] }

/** An open duty as lists show it. */
export type ListedDuty = Omit<Duty, 'doneOn' | 'releasedOn'> & {
  readonly division: PlaceCode
  readonly consultation?: string
  readonly title?: string
  readonly reminderDays: number
}

/** Those that are not done, the earliest due first. */
export function openOf(duties: readonly Duty[]): Duty[] {
  const order = (duty: Duty) => `${duty.due}#${duty.id}`
  return duties
    .filter(({ doneOn, releasedOn }) => doneOn === undefined && releasedOn === undefined)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}
