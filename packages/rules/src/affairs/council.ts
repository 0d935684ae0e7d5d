import { type Quarter, quarterOf, quarterOfDay, quartersOf } from '@xieshang/kernel'

export type CouncilState = 'held' | 'due' | 'overdue' | 'ahead' | 'before'

export type CouncilQuarter = { readonly quarter: Quarter; readonly state: CouncilState; readonly held: number }

/** How often a council was held in each quarter; a quarter that is not in it had none. */
export type HeldCouncils = ReadonlyMap<Quarter, number>

/**
 * F2: how a village stands to the council that is to be held once a quarter, counted in the calendar of the place.
 * A council of a later quarter does not make up for an earlier one. Pure.
 * @param since first day on which anything is owed here; a quarter that ended before it is overdue for nobody
 */
export function councilQuarter(held: HeldCouncils, quarter: Quarter, now: string, since?: string): CouncilQuarter {
  const count = held.get(quarter) ?? 0
  const current = quarterOf(now)
  const missed = since !== undefined && quarter < quarterOfDay(since) ? 'before' : 'overdue'
  const open = quarter === current ? 'due' : quarter < current ? missed : 'ahead'
  return { quarter, state: count > 0 ? 'held' : open, held: count }
}

/** F2: the four quarters of a year. */
export const councilYear = (held: HeldCouncils, year: number, now: string, since?: string): readonly CouncilQuarter[] =>
  quartersOf(year).map((quarter) => councilQuarter(held, quarter, now, since))

/** How many villages stand how in one quarter. */
export type CouncilCount = { readonly quarter: Quarter } & { readonly [state in CouncilState]: number }

/** F2: the villages of a place together, quarter by quarter. */
export function countCouncils(villages: readonly (readonly CouncilQuarter[])[], year: number): readonly CouncilCount[] {
  return quartersOf(year).map((quarter, index) => {
    const count = (state: CouncilState) => villages.filter((quarters) => quarters[index]?.state === state).length
    return {
      quarter,
      held: count('held'),
      due: count('due'),
      overdue: count('overdue'),
      ahead: count('ahead'),
      before: count('before'),
    }
  })
}
