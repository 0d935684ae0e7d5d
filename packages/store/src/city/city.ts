import type { PlaceCode } from '@xieshang/kernel'
import type { EntryKind, IndicatorId, Owed, SharedEntry } from '@xieshang/rules'
import type { Request } from '../county/once.ts'
import { openDrafts } from '../drafts/drafts.ts'
import { openPlaces } from '../places/places.ts'
import type { Table } from '../table/table.ts'
import { dashboard, figure } from './dashboard.ts'
import { headsOf, rewrittenIn } from './heads.ts'
import { applyOwed, overdueIn } from './owed.ts'
import { type Difference, reconcile, repair } from './reconcile.ts'
import { rememberSent } from './sent.ts'
import { applyEntry, sharedEntries, sharedEntry } from './shared.ts'
import { type Asking, openCitySummaries, summaryOf } from './summaries.ts'

/**
 * The city's figures: per consultation the last summary seen, per place the sum of what those add.
 * @param asking asks a county what its summary says; who only reads asks nothing
 */
export const openCityStore = (table: Table, asking: Asking = async () => undefined) => ({
  ...openCitySummaries(table, asking),
  places: openPlaces(table),
  drafts: openDrafts(table),
  summary: (county: PlaceCode, consultation: string) => summaryOf(table, county, consultation),
  applyEntry: (entry: SharedEntry) => applyEntry(table, entry),
  applyOwed: (owed: Owed) => applyOwed(table, owed),
  overdueIn: (division: PlaceCode, today: string) => overdueIn(table, division, today),
  shared: (kind: EntryKind, cursor?: string) => sharedEntries(table, kind, cursor),
  sharedOne: (kind: EntryKind, id: string) => sharedEntry(table, kind, id),
  rewritten: () => rewrittenIn(table),
  heads: (county: PlaceCode, consultation: string, cursor?: string) => headsOf(table, county, consultation, cursor),
  rememberSent: (request: Request, id: string, now: string) => rememberSent(table, request, id, now),
  dashboard: (division: PlaceCode) => dashboard(table, division),
  figure: (division: PlaceCode, indicator: IndicatorId, cursor?: string) => figure(table, division, indicator, cursor),
  reconcile: (counties: readonly PlaceCode[]) => reconcile(table, counties),
  repair: (differences: readonly Difference[]) => repair(table, differences),
})

export type { Contribution } from './dashboard.ts'
export type { Difference } from './reconcile.ts'
export type CityStore = ReturnType<typeof openCityStore>
