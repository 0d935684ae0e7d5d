import { type Text, text } from '@xieshang/kernel'

/** P9a, P9b: whether the village carries it out itself or urges an outside body. */
export const taskKinds = {
  own: text('村（社区）组织实施', 'Carried out by the village'),
  outside: text('其他利益相关方落实', 'Carried out by another body'),
} as const satisfies Record<string, Text>

export type TaskKind = keyof typeof taskKinds
