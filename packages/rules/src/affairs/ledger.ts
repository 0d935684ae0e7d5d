import { type Text, text } from '@xieshang/kernel'

/** G7: what somebody was paid for, without saying who. */
export const subsidyCategories = {
  organising: text('组织协商', 'Organising'),
  recording: text('会议记录', 'Taking minutes'),
  telling: text('入户告知', 'Telling at the door'),
  mediating: text('调解沟通', 'Mediating'),
  other: text('其他', 'Other'),
} as const satisfies Record<string, Text>

export type SubsidyCategory = keyof typeof subsidyCategories

/** The categories in their order. */
export const categories = Object.keys(subsidyCategories) as SubsidyCategory[]

export type Ledger = {
  readonly decisions: number
  readonly limit: number
  readonly paid: number
  readonly byCategory: { readonly [category in SubsidyCategory]: number }
}

/** G7: the ledger over several decisions, in fen. */
export function ledgerOf(digests: readonly Readonly<Record<string, number | string>>[]): Ledger {
  const sum = (name: string) => digests.reduce((total, digest) => total + Number(digest[name] ?? 0), 0)
  return {
    decisions: digests.length,
    limit: sum('limit'),
    paid: sum('paid'),
    byCategory: Object.fromEntries(categories.map((one) => [one, sum(one)])) as Ledger['byCategory'],
  }
}
