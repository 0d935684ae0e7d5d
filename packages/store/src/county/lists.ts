import { createHash, randomBytes } from 'node:crypto'
import { secondsOf } from '@xieshang/kernel'
import {
  type Consultation,
  type Context,
  type FixParticipants,
  type List,
  type ListedSeat,
  meantBy,
  mostSeats,
  pagedSeat,
  seatsOf,
  seatsOnPage,
  seatsPerPage,
} from '@xieshang/rules'
import { pack, unpack } from '../entities/packed.ts'
import { type Item, notExists, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'
import { factOf, type openPeople, type Person } from './people.ts'
import { linkHash, newLinkToken, type Secrets } from './secrets.ts'

/** What makes a seat's own item: its personal values, and the salt that its commitment on the page was made with. */
type Row = { readonly listed: ListedSeat; readonly salt: string; readonly phone?: string | undefined }

/** A page of a list: its hashed text, and what its seats are made of. */
type Page = { readonly hash: string; readonly text: string; readonly rows: readonly Row[] }

/** A list before it is fixed: whom the decision is about, and the pages to write before it. */
export type PreparedList = Required<Pick<Context, 'people' | 'pages'>> & { readonly written: readonly Page[] }

/** Rows wait this long for their seats; those of a list that lost a race to another are forgotten then. */
const keepRowsDays = 30
const daySeconds = 86_400

/** A transaction takes a hundred writes; a seat is two. */
const seatsAtOnce = 50
const mostTries = 8

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url')

/** Stands on a hashed page for the personal values of a seat: who knows them and the salt can prove them. */
export const commitmentTo = ({ person, name, outsiderReason = '' }: ListedSeat, salt: string): string =>
  sha256(JSON.stringify([salt, person, name, outsiderReason]))

function pageOf(rows: readonly Row[]): Page {
  const text = JSON.stringify(rows.map(({ listed, salt }) => pagedSeat(listed, commitmentTo(listed, salt))))
  return { hash: sha256(text), text, rows }
}

/** Lists of participants: their pages, which are written before they are fixed, and their seats, which are made after. */
export function openLists(table: Table) {
  /** Whom a command names, or all whom it means; of these one more than a list takes is enough to know. */
  async function peopleOf(
    people: ReturnType<typeof openPeople>,
    { villages, division }: Consultation,
    { seats, everybody }: FixParticipants,
  ): Promise<ReadonlyMap<string, Person>> {
    if (seats !== undefined) return people.find(seats.slice(0, mostSeats).map(({ person }) => person))
    const found = new Map<string, Person>()
    if (everybody === undefined) return found
    const meant = meantBy(everybody)
    for (const village of villages ?? [division])
      for await (const person of people.all(village)) {
        if (meant(person)) found.set(person.id, person)
        if (found.size > mostSeats) return found
      }
    return found
  }

  async function writesOf(
    secrets: Secrets,
    consultation: string,
    { listed, salt, phone }: Row,
    expiresAt: number,
  ): Promise<Write[]> {
    const token = newLinkToken()
    const hash = linkHash(token)
    const { PK, SK } = entities.seat.key({ consultation, seat: listed.seat })
    const seat = entities.seat.item({
      consultation,
      seat: listed.seat,
      listed,
      salt,
      link: await secrets.seal(token, `${PK}|${SK}`),
      linkHash: hash,
      linkEnds: expiresAt,
      phone,
    })
    const link = entities.link.item({ hash, consultation, seat: listed.seat, expiresAt })
    return [{ put: seat, condition: notExists }, { put: link }]
  }

  /**
   * Seats with their links, fifty at a time, so that a page is a few writes and no seat is without its link. Where another
   * was faster with one of fifty, those are left to be looked at again.
   */
  async function makeSeats(
    secrets: Secrets,
    consultation: string,
    rows: readonly Row[],
    expiresAt: number,
  ): Promise<void> {
    for (let at = 0; at < rows.length; at += seatsAtOnce) {
      const some = rows.slice(at, at + seatsAtOnce)
      const writes = await Promise.all(some.map((row) => writesOf(secrets, consultation, row, expiresAt)))
      await table.transact(writes.flat())
    }
  }

  return {
    /** Works out the seats that a command asks for and their pages; writes nothing. */
    async prepare(
      people: ReturnType<typeof openPeople>,
      state: Consultation,
      command: FixParticipants,
    ): Promise<PreparedList> {
      const known = await peopleOf(people, state, command)
      const facts = new Map([...known].map(([id, person]) => [id, factOf(person)]))
      const seats = seatsOf(state, command, facts)
      if ('clause' in seats) return { people: facts, pages: [], written: [] }
      const rows = seats.map((listed) => ({
        listed,
        salt: randomBytes(16).toString('base64url'),
        phone: known.get(listed.person)?.phone,
      }))
      const written = Array.from({ length: Math.ceil(rows.length / seatsPerPage) }, (_, index) =>
        pageOf(rows.slice(index * seatsPerPage, (index + 1) * seatsPerPage)),
      )
      return { people: facts, pages: written.map(({ hash }) => hash), written }
    },

    /** Before the list is fixed: its pages for good, and sealed beside them what its seats are made of. */
    async write(secrets: Secrets, consultation: string, { written }: PreparedList, now: string): Promise<void> {
      const expiresAt = secondsOf(now) + keepRowsDays * daySeconds
      const items = await Promise.all(
        written.map(async ({ hash, text, rows }, index): Promise<Item[]> => {
          const number = index + 1
          const { PK, SK } = entities.listRows.key({ consultation, page: number, hash })
          const sealed = await secrets.seal(pack(rows), `${PK}|${SK}`)
          return [
            entities.seatPage.item({ consultation, number, hash, page: text }),
            entities.listRows.item({ consultation, page: number, hash, sealed, expiresAt }),
          ]
        }),
      )
      await table.putMany(items.flat())
    },

    /**
     * Makes the seats of a page of a fixed list, with a personal link each. It may be repeated and be cut off at any
     * point, and completes what is missing.
     */
    async makePage(secrets: Secrets, state: Consultation, page: number): Promise<void> {
      const { list, id } = state
      const hash = list?.pages[page - 1]
      if (list === undefined || hash === undefined) return
      const key = entities.listRows.key({ consultation: id, page, hash })
      const expiresAt = secondsOf(list.at) + state.parameters.linkDays * daySeconds
      for (let tries = 1; ; tries++) {
        const wanted = seatsOnPage(page, list.listed)
        const there = await table.getMany(wanted.map((seat) => entities.seat.key({ consultation: id, seat })))
        const made = new Set(there.map((item) => entities.seat.parse(item)?.seat))
        const missing = new Set(wanted.filter((seat) => !made.has(seat)))
        if (missing.size === 0) break
        const item = await table.get(key)
        if (item === undefined || tries > mostTries) throw new Error(`The seats of page ${page} of ${id} are not made`)
        const rows = unpack(await secrets.open(entities.listRows.read(item).sealed, `${key.PK}|${key.SK}`)) as Row[]
        const open = rows.filter(({ listed }) => missing.has(listed.seat))
        await makeSeats(secrets, id, open, expiresAt)
      }
      // The personal values lie on the seats now; nobody needs them twice.
      await table.transact([{ delete: key }])
    },

    /** How many seats of a fixed list are still to be made, by whole pages. */
    async pending(consultation: string, { pages, listed }: List): Promise<number> {
      const listRows = entities.listRows
      const waiting = await table.queryAll(listRows.partition({ consultation }), {
        prefix: listRows.begin({}),
        keysOnly: true,
      })
      const open = new Set(waiting.map(({ SK }) => SK))
      return pages.reduce(
        (sum, hash, index) =>
          open.has(listRows.sort({ page: index + 1, hash })) ? sum + seatsOnPage(index + 1, listed).length : sum,
        0,
      )
    },
  }
}
