import type { Consultation } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'
import { isPublic } from './views.ts'

/** What the public page shows beside the consultation's own events: opinions, and what it follows or led to (P11a). */
export async function besideOf({ consultations, opinions }: CountyStore, state: Consultation) {
  /** A topic that nobody registered yet is not public, its title neither. */
  const related = async (id: string) => {
    const other = await consultations.load(id)
    return other !== undefined && isPublic(other) ? [{ id, title: other.topic.title }] : []
  }
  const { follows } = state.topic
  const [all, before, after] = await Promise.all([
    opinions.list(state.id),
    follows === undefined ? [] : related(follows),
    Promise.all(state.takenUpBy.map(({ consultation }) => related(consultation))),
  ])
  return { opinions: all, follows: before[0], takenUpBy: after.flat() }
}
