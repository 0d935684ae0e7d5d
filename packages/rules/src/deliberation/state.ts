import type { Stamp } from '../consultation/stamp.ts'
import type { Aspect, Form } from '../taxonomy/procedure.ts'

export type ItemStatus = 'open' | 'passed' | 'failed'

export type ItemAspects = { readonly [aspect in Aspect]: string }

export type Item = {
  readonly item: number
  readonly title: string
  readonly aspects: ItemAspects
  readonly status: ItemStatus
  readonly revision: number
  readonly discussions: readonly (Stamp & { readonly session: number; readonly text: string })[]
}

export type DeliberationState = { readonly forms: readonly Form[]; readonly items: readonly Item[] }

export const noItems: DeliberationState = { forms: [], items: [] }

/** Where a consultation stands by what its items have come to. */
export const stepOf = (items: readonly Item[]): 'deliberating' | 'decided' =>
  items.some(({ status }) => status === 'open') ? 'deliberating' : 'decided'
