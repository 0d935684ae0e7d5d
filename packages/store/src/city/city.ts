import type { PlaceCode } from '@xieshang/kernel'
import type { EntryKind, Owed, SharedEntry } from '@xieshang/rules'
import type { Request } from '../county/once.ts'
import { openDrafts } from '../drafts/drafts.ts'
import type { Table } from '../table/table.ts'
import { openCityOverview } from './overview.ts'
import { applyOwed } from './owed.ts'
import { type Difference, reconcile, repair } from './reconcile.ts'
import { rememberSent } from './sent.ts'
import { applyEntry, sharedEntries, sharedEntry } from './shared.ts'
import { type Asking, openCitySummaries, summaryOf } from './summaries.ts'

/**
 * The city's table, all of it. Who needs a part opens that alone, and loads no other.
 * @param asking asks a county what its summary says; who only reads asks nothing
 */
export const openCityStore = (table: Table, asking: Asking = async () => undefined) => ({
  ...openCityOverview(table),
  ...openCitySummaries(table, asking),
  drafts: openDrafts(table),
  summary: (county: PlaceCode, consultation: string) => summaryOf(table, county, consultation),
  applyEntry: (entry: SharedEntry) => applyEntry(table, entry),
  applyOwed: (owed: Owed) => applyOwed(table, owed),
  shared: (kind: EntryKind, cursor?: string) => sharedEntries(table, kind, cursor),
  sharedOne: (kind: EntryKind, id: string) => sharedEntry(table, kind, id),
  rememberSent: (request: Request, id: string, now: string) => rememberSent(table, request, id, now),
  reconcile: (counties: readonly PlaceCode[]) => reconcile(table, counties),
  repair: (differences: readonly Difference[]) => repair(table, differences),
})

export type { Contribution } from './dashboard.ts'
export type { Difference } from './reconcile.ts'
export type CityStore = ReturnType<typeof openCityStore>
