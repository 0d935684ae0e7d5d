import { type Text, text } from '@xieshang/kernel'

/** P7: what a body says of a record that was filed with it. */
export const filingResults = {
  acknowledged: text('已收悉备案', 'Acknowledged'),
  returned: text('退回补正', 'Returned'),
} as const satisfies Record<string, Text>

export type FilingResult = keyof typeof filingResults
