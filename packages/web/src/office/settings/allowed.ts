import type { Bound } from '@xieshang/rules'
import type { Texts } from '../../texts/zh.ts'

/** What the city allows, in words. */
export const allowed = (bound: Bound, t: Texts): string =>
  bound.kind === 'share'
    ? t.atLeastShare(`${bound.least.needs}/${bound.least.of}`)
    : t.atLeastDays(bound.least, bound.most, t.dayUnits[bound.counts])
