import { openConsultations, openDrafts, openDutyLists, openPlaces, openSettings } from '@xieshang/store'
import { county } from '../../wiring/county.ts'
import { httpFunction } from '../../wiring/http.ts'
import { archiveOperations } from '../archive.ts'
import { draftOperations } from '../drafts.ts'
import { dutyListOperations } from '../duties.ts'
import { placeOperations } from '../places.ts'

const { table } = county()
const places = openPlaces(table)

/** What officers see first: who and where they are, what is to be done, what they typed, and what is in the archive. */
export const handler = httpFunction('staff', [
  ...placeOperations({ settings: openSettings(table), places }),
  ...dutyListOperations({ duties: openDutyLists(table), places }),
  ...draftOperations({ drafts: openDrafts(table) }),
  ...archiveOperations({ consultations: openConsultations(table), places }),
])
