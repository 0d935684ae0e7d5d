import type { PlaceCode } from '@xieshang/kernel'
import {
  addDays,
  type Calendar,
  type Consultation,
  type Duty,
  type DutyFacts,
  dayOf,
  dutiesOf,
  type EntryCard,
  type PlaceFacts,
  placeDuties,
} from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import type { openDutyLists } from './duties.ts'
import * as entities from './entities/index.ts'
import type { Owner } from './owner.ts'
import type { openReports } from './reports.ts'
import type { SeatCounts } from './seatCounts.ts'
import type { openSettings } from './settings.ts'

type Rooms = {
  readonly table: Table
  readonly lists: ReturnType<typeof openDutyLists>
  readonly reports: ReturnType<typeof openReports>
  readonly settings: ReturnType<typeof openSettings>
}

const counts = ({ status }: EntryCard) => status !== 'annulled'

/** Two quarters, within which a council may still be owed or be late. */
const daysLookedBack = 200
const triesAtMost = 5

/** A day of an entry is kept as a day or as an instant. */
const dayIn = (at: string) => (at.length > 10 ? dayOf(at) : at)
const cardDay = ({ day = '' }: EntryCard) => dayIn(day)

/** Works out what consultations and places owe, from what the table says of them, and keeps it. */
export function openOwing({ table, lists, reports, settings }: Rooms) {
  /** The first day from which sessions are owed here, as the first daily pass fixed it. */
  const since = async (today: string): Promise<string> => {
    const item = await table.get(entities.dutiesSince.key({}))
    return item === undefined ? today : entities.dutiesSince.read(item).day
  }

  /** F4: reviews that were entered on the register for a consultation; looked for only when one is owed. */
  async function reviewedOn(state: Consultation): Promise<string[]> {
    const finished = state.tasks.length > 0 && state.tasks.every(({ doneAt }) => doneAt !== undefined)
    if (!finished) return []
    const wanted = (card: EntryCard) => counts(card) && card.digest.consultation === state.id
    return (await reports.cards('review', state.division, wanted)).map(cardDay)
  }

  /** What was held and asked at a place and below it, read once for all of its places. */
  async function heldBelow(top: PlaceCode, today: string) {
    const from = addDays(today, -daysLookedBack)
    const [councils, reviews, notes] = await Promise.all([
      reports.councilsSince(top, from),
      reports.cards(
        'review',
        top,
        (card) =>
          counts(card) && card.digest.subject === 'year' && Number(card.digest.year) >= Number(from.slice(0, 4)),
      ),
      reports.cards('supervisionNote', top, counts),
    ])
    const reviewsOf = Map.groupBy(reviews, ({ division }) => division)
    const notesOf = Map.groupBy(notes, ({ division }) => division)
    return (place: PlaceCode): Omit<PlaceFacts, 'since'> => ({
      councils: (councils.get(place) ?? []).map(dayIn),
      reviews: (reviewsOf.get(place) ?? []).map((card) => ({ year: Number(card.digest.year), day: cardDay(card) })),
      notes: (notesOf.get(place) ?? []).map(({ id, title, due = today, settledAt, status }) => ({
        ...{ id, title: title.zh, due },
        // One that was sent back is to be answered again.
        ...(settledAt !== undefined && status !== 'sentBack' && { answeredOn: dayOf(settledAt) }),
      })),
    })
  }

  /**
   * What some places owe beside their consultations: the place at the top, and others below it.
   * @returns how many places owe something else than before
   */
  async function refreshPlaces(top: PlaceCode, places: readonly PlaceCode[], now: string): Promise<number> {
    const today = dayOf(now)
    let open = places
    let changed = 0
    for (let tries = 1; open.length > 0; tries++) {
      if (tries > triesAtMost) throw new Error(`The duties of ${open.join()} keep changing`)
      // Before the facts: what somebody keeps from newer facts meanwhile is not replaced by what these say.
      const kept = await lists.kept(open.map((id) => ({ kind: 'place', id })))
      const [{ reminderDays }, from, heldBy] = await Promise.all([
        settings.parametersAt(now),
        since(today),
        heldBelow(top, today),
      ])
      const due = open.map((place): { owner: Owner; duties: readonly Duty[] } => {
        const owner = { kind: 'place', id: place, division: place, reminderDays } as const
        return { owner, duties: placeDuties(place, { ...heldBy(place), since: from }, today) }
      })
      const outcome = await lists.keepAll(due, kept)
      changed += outcome.changed
      open = open.filter((place) => outcome.refused.includes(place))
    }
    return changed
  }

  return {
    since,

    /** What a consultation owes, from its state and what its seats say, as they were just read. */
    async refreshCase(state: Consultation, seats: SeatCounts, calendar: Calendar): Promise<boolean> {
      const { untold, lastTold, opinions, feedback } = seats
      const facts: DutyFacts = {
        ...{ untold, lastTold, opinions },
        reviewedOn: await reviewedOn(state),
        feedback: [...feedback].map(([day, { left, answered, last }]) => ({ day, left, answered, answeredOn: last })),
      }
      const { id, division, topic, parameters } = state
      const owner = { kind: 'consultation', id, division, title: topic.title } as const
      return lists.keep(
        { ...owner, reminderDays: parameters.reminderDays, seen: state.version },
        dutiesOf(state, facts, calendar),
      )
    },

    /** What one place owes beside its consultations. @returns whether it is something else than before */
    refreshPlace: async (division: PlaceCode, now: string): Promise<boolean> =>
      (await refreshPlaces(division, [division], now)) > 0,

    /** The same for a place and others below it, with a few reads for all. @returns how many changed */
    refreshPlaces: (top: PlaceCode, below: readonly PlaceCode[], now: string): Promise<number> =>
      refreshPlaces(top, [top, ...below], now),
  }
}
