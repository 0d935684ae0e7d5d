import type { Places } from '@xieshang/kernel'
import type { Card } from '@xieshang/store'

/** The words of a search. */
export const wordsOf = (q: string): string[] => q.split(/\s+/).filter((word) => word !== '')

type Found = { readonly cards: readonly Card[]; readonly searched: number; readonly cursor?: string }

/** A page of a list of consultations, with the names of their places. */
export const cardPage = ({ cards, searched, cursor }: Found, { nameOf }: Places) => ({
  searched,
  consultations: cards.map((card) => ({
    ...card,
    divisionName: nameOf(card.division),
  })),
  ...(cursor !== undefined && { cursor }),
})
