import type { Language, Text } from '@xieshang/rules'

/** A fact of an entry as a reader sees it: what its value is called, where it is a code. */
export const factWords = (fact: { readonly value: string; readonly words?: Text | undefined }, language: Language) =>
  fact.words?.[language] ?? fact.value
