import type { EntryKind, IndicatorId, SharedEntry, Summary } from '@xieshang/rules'
import type { Table } from '../table/table.ts'
import { dashboard, figure } from './dashboard.ts'
import { type Difference, reconcile, repair } from './reconcile.ts'
import { applyEntry, sharedEntries } from './shared.ts'
import { applySummary } from './summaries.ts'

/** The city's figures: per consultation the last summary seen, per place the sum of what those add. */
export const openCityStore = (table: Table) => ({
  applySummary: (summary: Summary) => applySummary(table, summary),
  applyEntry: (entry: SharedEntry) => applyEntry(table, entry),
  shared: (kind: EntryKind, cursor?: string) => sharedEntries(table, kind, cursor),
  dashboard: (division: string) => dashboard(table, division),
  figure: (division: string, indicator: IndicatorId, cursor?: string) => figure(table, division, indicator, cursor),
  reconcile: (counties: readonly string[]) => reconcile(table, counties),
  repair: (differences: readonly Difference[]) => repair(table, differences),
})

export type { Contribution } from './dashboard.ts'
export type { Difference } from './reconcile.ts'
export type CityStore = ReturnType<typeof openCityStore>
