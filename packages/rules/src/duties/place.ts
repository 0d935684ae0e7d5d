import { addDays, levelOf, type PlaceCode, type Quarter, quarterOfDay } from '@xieshang/kernel'
import { done } from './deadlines.ts'
import type { Duty } from './duty.ts'

/** What a place held, and what it was asked, wherever that is recorded. Days are of the place's calendar. */
export type PlaceFacts = {
  readonly councils: readonly string[]
  /** Reviews of a year's work. */
  readonly reviews: readonly { readonly year: number; readonly day: string }[]
  readonly notes: readonly {
    readonly id: string
    readonly title: string
    readonly due: string
    readonly answeredOn?: string
  }[]
  /** The first day from which the county keeps its duties here; no session is owed for the time before. */
  readonly since: string
}

const firstDays = ['01-01', '04-01', '07-01', '10-01'] as const
const lastDays = ['03-31', '06-30', '09-30', '12-31'] as const

/** First and last day of the quarter in which a day lies. */
function quarterAround(day: string): { readonly name: Quarter; readonly from: string; readonly to: string } {
  const name = quarterOfDay(day)
  const [year, number] = name.split('Q')
  const at = Number(number) - 1
  return { name, from: `${year}-${firstDays[at]}`, to: `${year}-${lastDays[at]}` }
}

const first = (days: readonly string[]) => days.toSorted()[0]

/** Month and day from which the year-end review is due to be held. */
const reviewSeason = '10-01'

/** F2: a council in each quarter. One that is held later does not make up for a quarter that passed without. */
function councils(who: Duty['who'], facts: PlaceFacts, today: string): Duty[] {
  const now = quarterAround(today)
  return [quarterAround(addDays(now.from, -1)), now]
    .filter(({ to }) => to >= facts.since)
    .map(({ name, from, to }) => ({
      id: `council-${name}`,
      kind: 'council',
      who,
      about: name,
      due: to,
      ...done(first(facts.councils.filter((day) => day >= from && day <= to))),
    }))
}

/** F4: a review at each year's end; one that is held when the next year has begun is late. */
function yearReviews(who: Duty['who'], facts: PlaceFacts, today: string): Duty[] {
  const year = Number(today.slice(0, 4))
  return [year - 1, year]
    .filter((one) => `${one}-12-31` >= facts.since && today >= `${one}-${reviewSeason}`)
    .map((one) => ({
      id: `yearReview-${one}`,
      kind: 'yearReview',
      who,
      about: String(one),
      due: `${one}-12-31`,
      ...done(first(facts.reviews.filter((review) => review.year === one).map(({ day }) => day))),
    }))
}

/**
 * What a place owes beside its consultations: councils and reviews of a village (F2, F4), of this quarter and year and
 * the ones before as far as they were kept here, and the supervision notes of any place (G3).
 */
export function placeDuties(division: PlaceCode, facts: PlaceFacts, today: string): Duty[] {
  const level = levelOf(division)
  const village = level === 'village'
  const who: Duty['who'] = { role: village || level === 'township' ? level : 'county', division }
  return [
    ...(village ? [...councils(who, facts, today), ...yearReviews(who, facts, today)] : []),
    ...facts.notes.map(
      ({ id, title, due, answeredOn }): Duty => ({
        id: `note-${id}`,
        kind: 'note',
        who,
        about: title,
        due,
        ...done(answeredOn),
      }),
    ),
  ]
}
