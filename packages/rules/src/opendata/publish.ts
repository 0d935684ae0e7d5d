import { type Quarter, quarterOf } from '@xieshang/kernel'
import { type Refusal, ruleRefusal } from '../consultation/refusal.ts'

/** G11: a quarter is published when it is over, so that its numbers stand. */
export const mayPublishQuarter = (quarter: Quarter, now: string): Refusal | undefined =>
  quarter < quarterOf(now) ? undefined : ruleRefusal('G11', 'quarterNotOver', { field: 'quarter', params: { quarter } })
