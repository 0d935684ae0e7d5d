import type { AnyOperation } from '../operation.ts'
import { commandOperations } from './commands.ts'
import * as parts from './consultationParts.ts'
import * as consultations from './consultations.ts'
import { countyDrafts } from './drafts.ts'
import { dutyOperations } from './duties.ts'
import { decideApplication, getApplications, getTemplate, putTemplate } from './joining.ts'
import * as people from './people.ts'
import { getPhoto, handInPhoto } from './photos.ts'
import * as places from './places.ts'
import { settingsOperations } from './settings.ts'

/** Everything that officers of a county may ask for, in the order of the document. */
export const staffOperations: readonly AnyOperation[] = [
  places.me,
  places.getDivision,
  places.getCatalogue,
  people.listPeople,
  people.addPerson,
  people.importPeople,
  people.getImport,
  consultations.listConsultations,
  consultations.searchArchive,
  consultations.proposeTopic,
  consultations.getConsultation,
  parts.getSeats,
  parts.getTurnout,
  parts.getDissents,
  parts.getOpinions,
  parts.getEvents,
  parts.getRecord,
  parts.getRecordPage,
  parts.getChain,
  handInPhoto,
  getPhoto,
  ...settingsOperations,
  ...dutyOperations,
  getApplications,
  decideApplication,
  getTemplate,
  putTemplate,
  ...Object.values(countyDrafts),
  ...commandOperations,
]
