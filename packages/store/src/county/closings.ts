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
import { pack, unpack } from '../entities/packed.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'

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
        ...pages.map((text, index) =>
          entities.closedSeats.item({ consultation, round, page: index + 1, hash: hashOf(text), seats: text }),
        ),
        ...dissents.map((said, index) => entities.roundWords.item({ consultation, round, index: index + 1, ...said })),
      ])
      return pages.map(hashOf)
    },

    /** Named ballots on paper, written before the event that names their pages. It may be repeated. */
    async keepPapers(consultation: string, ballots: readonly PaperBallot[]): Promise<string[]> {
      const pages = Array.from({ length: Math.ceil(ballots.length / seatsPerPage) }, (_, index) =>
        pack(ballots.slice(index * seatsPerPage, (index + 1) * seatsPerPage)),
      )
      await table.putMany(pages.map((papers) => entities.papers.item({ consultation, hash: hashOf(papers), papers })))
      return pages.map(hashOf)
    },

    /** The named ballots that were entered on paper in a round. @throws Error when a page was changed */
    async papersIn(consultation: string, { papers }: Pick<Round, 'papers'>): Promise<PaperBallot[]> {
      const pages = papers?.pages ?? []
      const items = await table.getMany(pages.map((hash) => entities.papers.key({ consultation, hash })))
      const texts = new Map(items.map(entities.papers.read).map(({ papers }) => [hashOf(papers), papers]))
      return pages.flatMap((hash) => {
        const text = texts.get(hash)
        if (text === undefined) throw new Error(`A page of papers of ${consultation} was changed`)
        return unpack(text) as PaperBallot[]
      })
    },

    /** What each seat was when a round closed. @throws Error when a page is not the one that the event names */
    async seatsAt(consultation: string, closed: EventData['RoundClosed']): Promise<SeatRecord[]> {
      if (closed.kept !== undefined) return [...closed.kept.seats]
      const { round } = closed
      const items = await table.getMany(
        closed.pages.map((hash, index) => entities.closedSeats.key({ consultation, round, page: index + 1, hash })),
      )
      const texts = items
        .map(entities.closedSeats.read)
        .toSorted((a, b) => a.page - b.page)
        .map(({ seats }) => seats)
      const wrong = closed.pages.findIndex((hash, index) => hash !== hashOf(texts[index] ?? ''))
      if (wrong >= 0) throw new Error(`Page ${wrong + 1} of round ${closed.round} of ${consultation} was changed`)
      return texts.flatMap((text) => unpack(text) as SeatRecord[])
    },
  }
}
