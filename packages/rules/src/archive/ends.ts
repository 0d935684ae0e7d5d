import { type Text, text } from '@xieshang/kernel'

/** E1: how a consultation can end. */
export const ends = {
  done: text('已办结', 'Done'),
  rejected: text('未通过', 'Rejected'),
  withdrawn: text('已撤回', 'Withdrawn'),
  cancelled: text('已取消', 'Cancelled'),
} as const satisfies Record<string, Text>

export type End = keyof typeof ends
