import {
  type Consultation,
  dayOf,
  noSeats,
  pagesOf,
  type SeatSet,
  seatSet,
  seatsIn,
  seatsOnPage,
  seatsPerPage,
  shownSms,
  toDoorStates,
  type Unanswered,
} from '@xieshang/rules'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'
import type { FeedbackOfDay, PageCounts } from './entities/seats.ts'
import { openOpinions } from './opinions.ts'
import { type Seat, seatRange, seatsFrom } from './seats.ts'

/** What all seats of a consultation say, with what officers recorded of them. */
export type SeatCounts = Omit<PageCounts, 'feedback'> & {
  readonly untold: number
  readonly feedback: ReadonlyMap<string, FeedbackOfDay>
  /** How many pieces of feedback were left, answered or not. */
  readonly feedbackLeft: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
const later = (instants: readonly (string | undefined)[]): string | undefined =>
  instants
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1)
const joined = (sets: readonly SeatSet[]): SeatSet => seatSet(sets.flatMap(seatsIn))

/** The page that a seat lies on. */
const pageOf = (seat: number): number => Math.ceil(seat / seatsPerPage)

const sumOf = (days: readonly FeedbackOfDay[]): FeedbackOfDay => {
  const last = later(days.map((day) => day.last))
  return {
    left: sum(days.map(({ left }) => left)),
    answered: sum(days.map(({ answered }) => answered)),
    ...(last !== undefined && { last }),
  }
}

/** What pages say together; who was told is told by a seat itself or by what an officer recorded (S2). */
function together(state: Consultation, pages: readonly PageCounts[]): Omit<SeatCounts, 'feedbackLeft'> {
  const told = joined([...pages.map((page) => page.told), ...state.tellings.map(({ seats }) => seats)])
  const days = pages.flatMap(({ feedback }) => Object.values(feedback).flatMap((seat) => Object.entries(seat)))
  return {
    told,
    untold: (state.list?.listed ?? 0) - seatsIn(told).length,
    lastTold: later([...pages.map(({ lastTold }) => lastTold), ...state.tellings.map(({ toldAt }) => toldAt)]),
    noPhone: joined(pages.map(({ noPhone }) => noPhone)),
    smsFailed: joined(pages.map(({ smsFailed }) => smsFailed)),
    replies: sum(pages.map(({ replies }) => replies)),
    opinions: sum(pages.map(({ opinions }) => opinions)),
    feedback: new Map(
      [...Map.groupBy(days, ([day]) => day)].map(([day, all]) => [day, sumOf(all.map(([, counts]) => counts))]),
    ),
  }
}

function counted(seats: readonly Seat[]): Omit<PageCounts, 'feedback'> {
  const now = new Date().toISOString()
  const those = (include: (seat: Seat) => boolean) => seatSet(seats.filter(include).map(({ seat }) => seat))
  return {
    told: those(({ told }) => told !== undefined),
    lastTold: later(seats.map(({ told }) => told?.at)),
    noPhone: those(({ phone }) => phone === undefined),
    smsFailed: those(({ sms, smsAt }) => sms !== undefined && toDoorStates.includes(shownSms(sms, smsAt, now))),
    replies: seats.filter(({ reply }) => reply !== undefined).length,
    opinions: sum(seats.map((seat) => seat.opinions)),
  }
}

export function openSeatCounts(table: Table, opinions = openOpinions(table)) {
  async function feedbackOf(consultation: string, seat: number): Promise<{ [day: string]: FeedbackOfDay }> {
    const all = (await opinions.ofSeat(consultation, seat)).filter(({ kind }) => kind === 'feedback')
    return Object.fromEntries(
      [...Map.groupBy(all, ({ at }) => dayOf(at))].map(([day, those]) => [
        day,
        sumOf(
          those.map(({ answer }) =>
            answer === undefined ? { left: 1, answered: 0 } : { left: 1, answered: 1, last: dayOf(answer.at) },
          ),
        ),
      ]),
    )
  }

  /** Feedback is read again only of seats that were touched, or that left more than is known. */
  async function feedbackOn(
    consultation: string,
    seats: readonly Seat[],
    before: PageCounts['feedback'],
    touched: ReadonlySet<number>,
  ): Promise<PageCounts['feedback']> {
    const all: { [seat: string]: { [day: string]: FeedbackOfDay } } = {}
    for (const { seat, feedback } of seats) {
      if (feedback === 0) continue
      const known = before[String(seat)]
      const fresh = known === undefined || touched.has(seat) || sumOf(Object.values(known)).left !== feedback
      all[String(seat)] = fresh ? await feedbackOf(consultation, seat) : known
    }
    return all
  }

  /** Brings what is kept of a page up to what its seats say now. Nothing is written when it says so already. */
  async function refresh(consultation: string, page: number, touched: readonly number[] = []): Promise<PageCounts> {
    const key = entities.seatCounts.key({ consultation, page })
    for (let attempt = 1; ; attempt++) {
      // What is kept is read first: who read the seats later than we did has then changed it before we write.
      const item = await table.get(key)
      const kept = item === undefined ? undefined : entities.seatCounts.read(item)
      const before = kept?.counts
      const between = seatRange((page - 1) * seatsPerPage + 1, page * seatsPerPage)
      const [items, facts] = await Promise.all([
        table.queryAll(entities.seat.partition({ consultation }), { between }),
        table.queryAll(entities.seatFacts.partition({ consultation }), { between }),
      ])
      const seats = seatsFrom(items, facts)
      const counts: PageCounts = {
        ...counted(seats),
        feedback: await feedbackOn(consultation, seats, before?.feedback ?? {}, new Set(touched)),
      }
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(counts)) return counts
      const version = kept?.version ?? 0
      const written = await table.put(
        entities.seatCounts.item({ consultation, page, version: version + 1, counts }),
        kept === undefined ? notExists : { expression: '#version = :version', values: { version } },
      )
      if (written) return counts
      if (attempt >= 8) throw new Error(`The seats of page ${page} of ${consultation} keep changing`)
    }
  }

  return {
    /** Counts the pages anew that these seats lie on. */
    async touched(consultation: string, seats: readonly number[]): Promise<void> {
      for (const [page, those] of Map.groupBy(seats, pageOf)) await refresh(consultation, page, those)
    },

    /** Counts every page anew, whatever is kept: once a day, for what might have been missed. */
    async anew(consultation: string, listed: number): Promise<void> {
      for (let page = 1; page <= pagesOf(listed); page++) await refresh(consultation, page, seatsOnPage(page, listed))
    },

    /** What all seats say, from what is kept of their pages; a page of which nothing is kept is counted. */
    async of(state: Consultation): Promise<SeatCounts> {
      const seatCounts = entities.seatCounts
      const kept = await table.queryAll(seatCounts.partition({ consultation: state.id }), {
        prefix: seatCounts.begin({}),
      })
      const pages = new Map(kept.map(seatCounts.read).map(({ page, counts }) => [page, counts]))
      const all: PageCounts[] = []
      for (let page = 1; page <= pagesOf(state.list?.listed ?? 0); page++)
        all.push(pages.get(page) ?? (await refresh(state.id, page)))
      const counts = together(state, all)
      return { ...counts, feedbackLeft: sumOf([...counts.feedback.values()]).left }
    },
  }
}

/** What the seats of a whole list say that is at hand; the days of feedback are not read for it. */
export const countedNow = (state: Consultation, seats: readonly Seat[]): SeatCounts => ({
  ...together(state, [{ ...counted(seats), feedback: {} }]),
  feedbackLeft: sum(seats.map(({ feedback }) => feedback)),
})

/** P3b, P11a: how many opinions, and how much feedback, nobody has answered yet. */
export const unansweredOf = (
  { opinionsAnswered, feedbackAnswered }: Consultation,
  { opinions, feedbackLeft }: Pick<SeatCounts, 'opinions' | 'feedbackLeft'>,
): Unanswered => ({
  opinions: Math.max(0, opinions - opinionsAnswered),
  feedback: Math.max(0, feedbackLeft - feedbackAnswered),
})

/** P3a: who is to be told at the door: not told yet, and no SMS is on its way. */
export function doorToDoor(state: Consultation, { told, noPhone, smsFailed }: SeatCounts): SeatSet {
  if (state.list === undefined) return noSeats
  const announced = state.notices.some(({ channels }) => channels.includes('sms'))
  const reached = new Set(seatsIn(told))
  const all = Array.from({ length: state.list.listed }, (_, index) => index + 1)
  const unreachable = announced ? [...seatsIn(noPhone), ...seatsIn(smsFailed)] : all
  return seatSet(unreachable.filter((seat) => !reached.has(seat)))
}
