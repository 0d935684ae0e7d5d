import { type Text, text } from '@xieshang/kernel'

/** P9c: what a commissioning body does with a report. */
export const commissionAnswers = {
  adopted: text('采纳', 'Adopted'),
  partly: text('部分采纳', 'Adopted in part'),
  declined: text('未采纳', 'Not adopted'),
} as const satisfies Record<string, Text>

export type CommissionAnswer = keyof typeof commissionAnswers
