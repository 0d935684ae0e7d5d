import type { Card } from './consultations.ts'

type Lister = (
  division: string,
  page: { limit: number; cursor?: string | undefined },
) => Promise<{ cards: Card[]; cursor?: string }>

export type ArchiveQuery = {
  readonly division: string
  /** Words that the title, the matter's code or the summary must hold, each of them; none finds all. */
  readonly words: readonly string[]
  /** Only cases that became models. */
  readonly models: boolean
  readonly cursor?: string | undefined
}

export type ArchivePage = { readonly cards: Card[]; readonly cursor?: string }

const pageSize = 100

/** Cards looked at for one answer; a rarer word goes on with the cursor. */
const mostPages = 5
const enough = 50

const holds = ({ title, matter, summary = '' }: Card, words: readonly string[]): boolean => {
  const text = `${title} ${matter} ${summary}`.toLowerCase()
  return words.every((word) => text.includes(word.toLowerCase()))
}

/** P11b: what a place and those below it have closed, searched in bounded steps. */
export async function searchArchive(list: Lister, query: ArchiveQuery): Promise<ArchivePage> {
  const found: Card[] = []
  let { cursor } = query
  for (let pages = 0; pages < mostPages && found.length < enough; pages++) {
    const page = await list(query.division, { limit: pageSize, cursor })
    found.push(
      ...page.cards.filter(
        (card) => card.step === 'closed' && (!query.models || card.model === true) && holds(card, query.words),
      ),
    )
    cursor = page.cursor
    if (cursor === undefined) return { cards: found }
  }
  return { cards: found, ...(cursor !== undefined && { cursor }) }
}
