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
