import type { Consultation, Decision, NewEvent } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'

/** The events of a decision that closes a round, with the pages that were kept before. */
export const withPages = (events: readonly NewEvent[], pages: readonly string[]): NewEvent[] =>
  events.map((event) => (event.type === 'RoundClosed' ? { ...event, data: { ...event.data, pages } } : event))

/**
 * The events of a decision; where it closes a round or enters papers, what grows with the list is kept first, and the
 * event names its pages.
 */
export async function keepClosed(
  { closings }: Pick<CountyStore, 'closings'>,
  { id }: Consultation,
  { events, closed, papers }: Extract<Decision, { kind: 'accepted' }>,
): Promise<readonly NewEvent[]> {
  if (papers !== undefined) {
    const pages = await closings.keepPapers(id, papers)
    return events.map((event) =>
      event.type === 'PapersEntered' ? { ...event, data: { ...event.data, pages } } : event,
    )
  }
  return closed === undefined ? events : withPages(events, await closings.keep(id, closed))
}
