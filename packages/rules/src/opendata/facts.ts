import { atLevel, dayOf, type PlaceCode, type Quarter, quarterOfDay } from '@xieshang/kernel'
import type { Consultation } from '../consultation/state.ts'
import { sizeOf } from '../participants/seatSet.ts'

/** What is counted of one consultation whose outcome was published. No name and no typed word is among it. */
export type CountedFacts = {
  readonly township: PlaceCode
  readonly relation: string
  readonly items: number
  readonly passed: number
  readonly participants: number
  readonly attendances: number
  readonly groups: Readonly<Record<string, number>>
}

/** What is counted of a consultation, and the quarter in which its outcome was published first; none before that. */
export function countedFactsOf(state: Consultation): { quarter: Quarter; facts: CountedFacts } | undefined {
  const publication = state.publications[0]
  if (publication === undefined) return undefined
  return {
    quarter: quarterOfDay(dayOf(publication.at)),
    facts: {
      township: atLevel(state.division, 'township'),
      relation: state.topic.asFiled.relation,
      items: state.items.length,
      passed: state.items.filter(({ status }) => status === 'passed').length,
      participants: state.list?.listed ?? 0,
      attendances: state.sessions.reduce((sum, { present }) => sum + sizeOf(present), 0),
      groups: { ...state.list?.composition },
    },
  }
}
