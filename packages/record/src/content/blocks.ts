import type { RecordSeat } from '../input.ts'

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'pageBreak' }

export const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })
export const subheading = (text: string): Block => ({ kind: 'heading', level: 2, text })
export const paragraph = (text: string, lead?: string): Block => ({
  kind: 'paragraph',
  text,
  ...(lead !== undefined && { lead }),
})
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  head,
  rows,
})

export const numerals = [
  ...['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'],
  ...['十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十'],
]

export const joined = (names: readonly string[]) => (names.length === 0 ? '无' : names.join('、'))

export const results = {
  passed: '通过',
  failed: '未通过',
  noQuorum: '人数不足，未形成结果',
  tooFew: '选票过少，未开封',
} as const

export const namesOf = (seats: readonly RecordSeat[], numbers: readonly number[]) =>
  joined(seats.filter(({ seat }) => numbers.includes(seat)).map(({ name }) => name))

/** A section that is there only when something happened. */
export const ifAny = (things: readonly unknown[], ...blocks: readonly Block[]): Block[] =>
  things.length === 0 ? [] : [...blocks]
