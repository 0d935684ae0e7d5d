import type { Asked, Card, CardPage } from './card.ts'

/** `searched` counts the cards that were looked at: a rare word goes on with the cursor. */
export type SearchPage = CardPage & { readonly searched: number }

/** Cards looked at for one answer, unless the words were found before. */
const mostSearched = 5000

const holds = ({ title, matter, summary = '' }: Card, words: readonly string[]): boolean => {
  const text = `${title} ${matter} ${summary}`.toLowerCase()
  return words.every((word) => text.includes(word.toLowerCase()))
}

/**
 * A list, searched in bounded steps and in its own order.
 * @param words each of which the title, the matter's code or the summary must hold; none finds all
 */
export async function searchCards(
  list: (asked: Asked) => Promise<CardPage>,
  words: readonly string[],
  { limit, cursor: from }: Asked,
): Promise<SearchPage> {
  let cursor = from
  for (let searched = 0; ; ) {
    const page = await list({ limit, cursor })
    searched += page.cards.length
    cursor = page.cursor
    const found = page.cards.filter((card) => holds(card, words))
    if (cursor === undefined) return { cards: found, searched }
    if (found.length > 0 || searched >= mostSearched) return { cards: found, searched, cursor }
  }
}
