import { openEntries, openPlaces, openReports } from '@xieshang/store'
import { county } from '../../wiring/county.ts'
import { publicAffairs } from '../publicAffairs.ts'
import { openFunction } from '../open.ts'

const { tenant, table } = county()

/** What everybody may read beside consultations. */
export const handler = openFunction(publicAffairs({ entries: openEntries(table), reports: openReports(table), places: openPlaces(table) }, tenant))
