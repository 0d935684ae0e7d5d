import { countyDrafts } from '@xieshang/http/operations/drafts'
import { openConsultations, openDrafts, openDutyLists, openPlaces, openSettings } from '@xieshang/store'
import { county } from '../../wiring/county.ts'
import { draftOperations } from '../../wiring/drafts.ts'
import { httpFunction } from '../../wiring/http.ts'
import { withSecrets } from '../../wiring/secrets.ts'
import { archiveOperations } from '../archive.ts'
import { dutyListOperations } from '../duties.ts'
import { placeOperations } from '../places.ts'

const { tenant, table } = county()
const { secrets } = withSecrets(table, tenant)
const places = openPlaces(table)

/** What officers see first: who and where they are, what is to be done, what they typed, and what is in the archive. */
export const handler = httpFunction('staff', [
  ...placeOperations({ settings: openSettings(table), places }),
  ...dutyListOperations({ duties: openDutyLists(table), places }),
  ...draftOperations(countyDrafts, openDrafts(table, secrets)),
  ...archiveOperations({ consultations: openConsultations(table), places }),
])
