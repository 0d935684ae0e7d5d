import type { PlaceCode } from '@xieshang/kernel'
import type { IndicatorId } from '@xieshang/rules'
import { openPlaces } from '../places/places.ts'
import type { Table } from '../table/table.ts'
import { dashboard, figure } from './dashboard.ts'
import { headsOf, rewrittenIn } from './heads.ts'
import { overdueIn } from './owed.ts'

/** What the city's officers look at: figures, what is overdue, and what was said otherwise than before. It changes nothing. */
export const openCityOverview = (table: Table) => ({
  places: openPlaces(table),
  dashboard: (division: PlaceCode) => dashboard(table, division),
  figure: (division: PlaceCode, indicator: IndicatorId, cursor?: string) => figure(table, division, indicator, cursor),
  overdueIn: (division: PlaceCode, today: string) => overdueIn(table, division, today),
  rewritten: () => rewrittenIn(table),
  heads: (county: PlaceCode, consultation: string, cursor?: string) => headsOf(table, county, consultation, cursor),
})

export type CityOverview = ReturnType<typeof openCityOverview>
