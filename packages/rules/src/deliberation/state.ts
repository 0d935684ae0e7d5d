import type { Stamp } from '../consultation/stamp.ts'
import type { Aspect } from '../taxonomy/procedure.ts'

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
