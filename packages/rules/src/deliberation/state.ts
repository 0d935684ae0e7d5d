import type { Stamp } from '../consultation/stamp.ts'
import type { Aspect, Form } from '../taxonomy/procedure.ts'

export type ItemStatus = 'open' | 'passed' | 'failed' | 'withdrawn'

export type ItemAspects = { readonly [aspect in Aspect]: string }

export type Item = {
  readonly item: number
  readonly title: string
  readonly aspects: ItemAspects
  readonly status: ItemStatus
  readonly revision: number
  /** P5b, P9d: why it is not taken any further; one that failed stays failed. */
  readonly withdrawn?: Stamp & { readonly reason: string }
  readonly discussions: readonly (Stamp & { readonly session: number; readonly text: string })[]
}

export type DeliberationState = { readonly forms: readonly Form[]; readonly items: readonly Item[] }

export const noItems: DeliberationState = { forms: [], items: [] }

/** P9d: items that failed and that nobody has withdrawn, while others passed: what fails is never left. */
export const unsettled = (items: readonly Item[]): number[] =>
  items.some(({ status }) => status === 'passed')
    ? items.filter(({ status, withdrawn }) => status === 'failed' && withdrawn === undefined).map(({ item }) => item)
    : []

/** Where a consultation stands by what its items have come to. */
export const stepOf = (items: readonly Item[]): 'deliberating' | 'decided' =>
  items.some(({ status }) => status === 'open') ? 'deliberating' : 'decided'
