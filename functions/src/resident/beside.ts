import type { Consultation } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'
import { isPublic } from './views.ts'

/** Pieces of answered feedback that are shown at once; the rest is asked for page by page. */
export const feedbackAtOnce = 20

/**
 * What the public page shows beside the consultation's own events: feedback that was answered, once the outcome is
 * published, what the consultation follows or led to (P11a), and the names of places.
 */
export async function besideOf(
  { consultations, opinions, places }: Pick<CountyStore, 'consultations' | 'opinions' | 'places'>,
  state: Consultation,
) {
  /** A topic that nobody registered yet is not public, its title neither. */
  const related = async (id: string) => {
    const other = await consultations.load(id)
    return other !== undefined && isPublic(other) ? [{ id, title: other.topic.title }] : []
  }
  const { follows } = state.topic
  const none = { opinions: [] }
  const [answered, before, after, known] = await Promise.all([
    state.publications.length === 0 ? none : opinions.answered(state.id, { limit: feedbackAtOnce }),
    follows === undefined ? [] : related(follows),
    Promise.all(state.takenUpBy.map(({ consultation }) => related(consultation))),
    places.known(),
  ])
  return { answered, follows: before[0], takenUpBy: after.flat(), places: known }
}
