import { openConsultations, openDuties, openPlaces, openReports } from '@xieshang/store'
import { openEntries } from '@xieshang/store/registers'
import { county } from '../../wiring/county.ts'
import { httpFunction } from '../../wiring/http.ts'
import { affairsOperations } from '../affairs.ts'
import { reportOperations } from '../reports.ts'

const { tenant, table } = county()
const places = openPlaces(table)
const reports = openReports(table)

/** The registers beside the consultations, and what is added up over them. */
export const handler = httpFunction('staff', [
  ...affairsOperations({ entries: openEntries(table), consultations: openConsultations(table), places }, tenant),
  ...reportOperations({ reports, duties: openDuties(table, reports), places }, tenant),
])
