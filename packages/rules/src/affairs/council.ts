import { type Quarter, quarterOf, quartersOf } from './days.ts'

export type CouncilState = 'held' | 'due' | 'overdue' | 'ahead'

export type CouncilQuarter = { readonly quarter: Quarter; readonly state: CouncilState; readonly held: number }

/**
 * F2: how a village stands to the council that is to be held once a quarter, counted in the calendar of the place.
 * A council of a later quarter does not make up for an earlier one. Pure.
 * @param held instants at which councils were held
 */
export function councilQuarter(held: readonly string[], quarter: Quarter, now: string): CouncilQuarter {
  const count = held.filter((at) => quarterOf(at) === quarter).length
  const current = quarterOf(now)
  const state = count > 0 ? 'held' : quarter === current ? 'due' : quarter < current ? 'overdue' : 'ahead'
  return { quarter, state, held: count }
}

/** F2: the four quarters of a year. */
export const councilYear = (held: readonly string[], year: number, now: string): readonly CouncilQuarter[] =>
  quartersOf(year).map((quarter) => councilQuarter(held, quarter, now))

/** How many villages stand how in one quarter. */
export type CouncilCount = { readonly quarter: Quarter } & { readonly [state in CouncilState]: number }

/** F2: the villages of a place together, quarter by quarter. */
export function countCouncils(villages: readonly (readonly CouncilQuarter[])[], year: number): readonly CouncilCount[] {
  return quartersOf(year).map((quarter, index) => {
    const count = (state: CouncilState) => villages.filter((quarters) => quarters[index]?.state === state).length
    return { quarter, held: count('held'), due: count('due'), overdue: count('overdue'), ahead: count('ahead') }
  })
}
