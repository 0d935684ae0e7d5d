import { type Quarter, text } from '@xieshang/kernel'
import { choice, type Fields } from '../fields/index.ts'

/** G11: which of the finished quarters is published. @param quarters the last one first; there is always one */
export const publishQuarterFields = (quarters: readonly Quarter[]) =>
  ({
    quarter: {
      ...choice(text('季度', 'Quarter'), Object.fromEntries(quarters.map((one) => [one, text(one, one)]))),
      first: () => quarters[0],
    },
  }) satisfies Fields
