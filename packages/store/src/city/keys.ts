import { aboveOf, pathOf } from '@xieshang/kernel'
import type { Key } from '../table/items.ts'

/** The places that count a consultation of this place: itself and what holds it, up to the county. */
export const placesOf = (division: string): string[] => pathOf(division, 'county')

export const counterPrefix = 'PLACE#'
export const casePrefix = 'CASE#'

export const keys = {
  /** Counters of the places right below a place lie together, so that its dashboard is one query. */
  below: (division: string): string => `BELOW#${division}`,
  counter: (division: string): Key => ({ PK: keys.below(aboveOf(division)), SK: `${counterPrefix}${division}` }),
  /** A county's summaries lie together, so that a recount reads them consistently. */
  cases: (county: string): string => `CASES#${county}`,
  summary: (county: string, consultation: string): Key => ({
    PK: keys.cases(county),
    SK: `${casePrefix}${consultation}`,
  }),
  /** What counties share of one kind lies together, in the order in which it was made. */
  shared: (kind: string): string => `SHARED#${kind}`,
  /** What was sent to a county at somebody's request. */
  sent: (sub: string, key: string): Key => ({ PK: `SENT#${sub}#${key}`, SK: 'SENT' }),
  /** A question that is open: what a county is asked of a consultation. */
  asked: (county: string, consultation: string): Key => ({ PK: `ASKED#${county}`, SK: consultation }),
  owner: (county: string, owner: string): Key => ({ PK: `OWNERS#${county}`, SK: owner }),
  /** What the chain of a consultation came to at each event, as the city heard it first. */
  chainHeads: (county: string, consultation: string): string => `HEADS#${county}#${consultation}`,
  chainHead: (county: string, consultation: string, event: number): Key => ({
    PK: keys.chainHeads(county, consultation),
    SK: String(event).padStart(6, '0'),
  }),
  allRewritten: 'REWRITTEN',
  rewritten: (county: string, consultation: string, event: number, later: string): Key => ({
    PK: keys.allRewritten,
    SK: `${county}#${consultation}#${String(event).padStart(6, '0')}#${later}`,
  }),
  /** Everybody who owes something in a place, whoever must act first on top. */
  owed: (division: string): string => `OWED#${division}`,
  owedLine: (division: string, due: string, owner: string): Key => ({ PK: `OWED#${division}`, SK: `${due}#${owner}` }),
  /** The same summaries in the order of the places, from one village to the whole city. */
  byPlace: 'CASES',
  inPlace: (division: string, consultation: string): string => `${division}#${consultation}`,
}
