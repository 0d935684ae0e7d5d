import {
  openApplications,
  openConsultations,
  openOpinions,
  openPlaces,
  openRates,
  openScreens,
  openSettings,
} from '@xieshang/store'
import { county } from '../../wiring/county.ts'
import { joiningOperations } from '../joining.ts'
import { openFunction } from '../open.ts'
import { publicOperations } from '../publicPages.ts'
import { screenOperations } from '../screens.ts'

const { tenant, table } = county()
const consultations = openConsultations(table)
const places = openPlaces(table)
const settings = openSettings(table)

/** What everybody may read of consultations, on a page or a screen, and how to take part. */
export const handler = openFunction([
  ...publicOperations({ consultations, places, settings, opinions: openOpinions(table) }, tenant),
  ...screenOperations({ consultations, places, screens: openScreens(table) }, tenant),
  ...joiningOperations({ consultations, applications: openApplications(table), rates: openRates(table) }),
])
