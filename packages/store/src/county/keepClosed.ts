import { type Consultation, type Decision, dissentCount, type NewEvent } from '@xieshang/rules'
import type { CountyStore } from './store.ts'

/**
 * The events of a decision; where it closes a round or enters papers, what grows with the list is kept first, and the
 * event names its pages.
 */
export async function keepClosed(
  { closings }: Pick<CountyStore, 'closings'>,
  state: Consultation,
  { events, closed, papers }: Extract<Decision, { kind: 'accepted' }>,
  now: string,
): Promise<readonly NewEvent[]> {
  if (papers !== undefined) {
    const pages = await closings.keepPapers(state.id, papers)
    return events.map((event) =>
      event.type === 'PapersEntered' ? { ...event, data: { ...event.data, pages } } : event,
    )
  }
  if (closed === undefined) return events
  const pages = await closings.keep(state.id, closed, dissentCount(state.dissents) + 1, now)
  return events.map((event) => (event.type === 'RoundClosed' ? { ...event, data: { ...event.data, pages } } : event))
}
