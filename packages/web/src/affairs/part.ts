import type { Field } from '@xieshang/rules'
import type { Typed } from './values.ts'

export type Part = {
  readonly field: Field
  readonly typed: Typed | undefined
  readonly division: string
  readonly onChange: (typed: Typed) => void
}
