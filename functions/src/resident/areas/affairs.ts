import { openPlaces, openReports } from '@xieshang/store'
import { openEntries } from '@xieshang/store/registers'
import { county } from '../../wiring/county.ts'
import { openFunction } from '../open.ts'
import { publicAffairs } from '../publicAffairs.ts'

const { tenant, table } = county()

/** What everybody may read beside consultations. */
export const handler = openFunction(
  publicAffairs({ entries: openEntries(table), reports: openReports(table), places: openPlaces(table) }, tenant),
)
