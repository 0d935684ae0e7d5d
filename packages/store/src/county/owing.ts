import {
  addDays,
  type Calendar,
  type Consultation,
  type DutyFacts,
  dayOf,
  dutiesOf,
  type EntryCard,
  type PlaceFacts,
  placeDuties,
} from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import type { openDutyLists } from './duties.ts'
import { keys } from './keys.ts'
import type { openReports } from './reports.ts'
import type { SeatCounts } from './seatCounts.ts'
import type { openSettings } from './settings.ts'

type Rooms = {
  readonly table: Table
  readonly lists: ReturnType<typeof openDutyLists>
  readonly reports: ReturnType<typeof openReports>
  readonly settings: ReturnType<typeof openSettings>
}

const counts = (cards: readonly EntryCard[]) => cards.filter(({ status }) => status !== 'annulled')

/** A day of an entry is kept as a day or as an instant. */
/** Two quarters, within which a council may still be owed or be late. */
const daysLookedBack = 200

const cardDay = ({ day = '' }: EntryCard) => (day.length > 10 ? dayOf(day) : day)

/** Works out what consultations and places owe, from what the table says of them, and keeps it. */
export function openOwing({ table, lists, reports, settings }: Rooms) {
  /** The first day from which sessions are owed here, as the first daily pass fixed it. */
  const since = async (today: string): Promise<string> => {
    const item = await table.get(keys.dutiesSince)
    return item === undefined ? today : String(item.day)
  }

  /** F4: reviews that were entered on the register for a consultation; looked for only when one is owed. */
  async function reviewedOn(state: Consultation): Promise<string[]> {
    const finished = state.tasks.length > 0 && state.tasks.every(({ doneAt }) => doneAt !== undefined)
    if (!finished) return []
    const own = await reports.cards('review', state.division, ({ digest }) => digest.consultation === state.id)
    return counts(own).map(cardDay)
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

    /**
     * What a place owes beside its consultations.
     * @param sat days on which a council sat just now, which the index may not know yet
     */
    async refreshPlace(division: string, now: string, sat: readonly string[] = []): Promise<boolean> {
      const village = division.length === 12
      const today = dayOf(now)
      const [{ reminderDays }, held, reviews, notes, from] = await Promise.all([
        settings.parametersAt(now),
        village ? reports.councilsOf(division, addDays(today, -daysLookedBack)) : [],
        village ? reports.cards('review', division, ({ digest }) => digest.subject === 'year') : [],
        reports.cards('supervisionNote', division, (card) => card.division === division),
        since(today),
      ])
      const councils = [...held, ...sat].map((at) => (at.length > 10 ? dayOf(at) : at))
      const facts: PlaceFacts = {
        councils,
        reviews: counts(reviews).map((card) => ({ year: Number(card.digest.year), day: cardDay(card) })),
        notes: counts(notes).map(({ id, title, due = today, settledAt, status }) => ({
          id,
          title,
          due,
          // One that was sent back is to be answered again.
          ...(settledAt !== undefined && status !== 'sentBack' && { answeredOn: dayOf(settledAt) }),
        })),
        since: from,
      }
      return lists.keep({ kind: 'place', id: division, division, reminderDays }, placeDuties(division, facts, today))
    },
  }
}
