import { type ParticipantGroup, participantCategories } from '../taxonomy/participants.ts'
import type { ListedSeat } from './state.ts'

/** How many seats lie on one page, and are dealt with in one step of a long act. */
export const seatsPerPage = 200

/** How many pages a list has; they count from 1. */
export const pagesOf = (listed: number): number => Math.ceil(listed / seatsPerPage)

/** The seats on a page of a list. */
export function seatsOnPage(page: number, listed: number): number[] {
  const first = (page - 1) * seatsPerPage + 1
  const last = Math.min(page * seatsPerPage, listed)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** A seat as its page has it. No personal value is on it: a salted commitment stands for them. */
export type PagedSeat = Pick<ListedSeat, 'seat' | 'category' | 'class' | 'votes'> & {
  readonly group: ParticipantGroup
  readonly commitment: string
}

export const pagedSeat = ({ seat, category, class: kind, votes }: ListedSeat, commitment: string): PagedSeat => ({
  seat,
  group: participantCategories[category].group,
  category,
  class: kind,
  votes,
  commitment,
})
