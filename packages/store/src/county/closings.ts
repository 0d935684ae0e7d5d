import { createHash } from 'node:crypto'
import {
  type ClosedRound,
  type EventData,
  type PaperBallot,
  pagesOf,
  type Round,
  type SeatRecord,
  seatsPerPage,
} from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'
import { pack, unpack } from './packed.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')

/** What counted rounds leave beside their events, since it grows with the list: what each seat was, and the words. */
export function openClosings(table: Table) {
  return {
    /**
     * Written before the events that name it, and it may be repeated, by two at once, too: a page lies under its hash, and
     * the words of a round are the same in whatever state it is counted.
     * @returns the hashes of the pages, for `RoundClosed`
     */
    async keep(consultation: string, { round, seats, dissents }: ClosedRound): Promise<string[]> {
      const pages = Array.from({ length: pagesOf(seats.length) }, (_, index) =>
        pack(seats.slice(index * seatsPerPage, (index + 1) * seatsPerPage)),
      )
      await table.putMany([
        ...pages.map((page, index) => ({
          ...keys.closedSeats(consultation, round, index + 1, hashOf(page)),
          seats: page,
        })),
        ...dissents.map((said, index) => ({ ...keys.roundWords(consultation, round, index + 1), ...said })),
      ])
      return pages.map(hashOf)
    },

    /** Named ballots on paper, written before the event that names their pages. It may be repeated. */
    async keepPapers(consultation: string, ballots: readonly PaperBallot[]): Promise<string[]> {
      const pages = Array.from({ length: Math.ceil(ballots.length / seatsPerPage) }, (_, index) =>
        pack(ballots.slice(index * seatsPerPage, (index + 1) * seatsPerPage)),
      )
      await table.putMany(pages.map((papers) => ({ ...keys.papers(consultation, hashOf(papers)), papers })))
      return pages.map(hashOf)
    },

    /** The named ballots that were entered on paper in a round. @throws Error when a page was changed */
    async papersIn(consultation: string, { papers }: Pick<Round, 'papers'>): Promise<PaperBallot[]> {
      const pages = papers?.pages ?? []
      const items = await table.getMany(pages.map((hash) => keys.papers(consultation, hash)))
      const texts = new Map(items.map((item) => [hashOf(String(item.papers)), String(item.papers)]))
      return pages.flatMap((hash) => {
        const text = texts.get(hash)
        if (text === undefined) throw new Error(`A page of papers of ${consultation} was changed`)
        return unpack(text) as PaperBallot[]
      })
    },

    /** What each seat was when a round closed. @throws Error when a page is not the one that the event names */
    async seatsAt(consultation: string, closed: EventData['RoundClosed']): Promise<SeatRecord[]> {
      if (closed.kept !== undefined) return [...closed.kept.seats]
      const page = (hash: string, index: number) => keys.closedSeats(consultation, closed.round, index + 1, hash)
      const items = await table.getMany(closed.pages.map(page))
      const texts = items.toSorted((a, b) => (a.SK < b.SK ? -1 : 1)).map(({ seats }) => String(seats))
      const wrong = closed.pages.findIndex((hash, index) => hash !== hashOf(texts[index] ?? ''))
      if (wrong >= 0) throw new Error(`Page ${wrong + 1} of round ${closed.round} of ${consultation} was changed`)
      return texts.flatMap((text) => unpack(text) as SeatRecord[])
    },
  }
}
