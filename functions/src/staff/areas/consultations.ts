import { openActs } from '@xieshang/acts'
import {
  openApplications,
  openDissents,
  openDutyLists,
  openMailbox,
  openPlaces,
  openSeatCounts,
  openTurnout,
} from '@xieshang/store'
import { roomsOfActs } from '../../wiring/acts.ts'
import { county } from '../../wiring/county.ts'
import { httpFunction } from '../../wiring/http.ts'
import { withSeals } from '../../wiring/seals.ts'
import { withSecrets } from '../../wiring/secrets.ts'
import { commandOperations } from '../commands.ts'
import { consultationOperations } from '../consultations.ts'
import { dutyOperations } from '../duties.ts'
import { joiningOperations } from '../joining.ts'
import { photoOperations } from '../photos.ts'
import { recordOperations } from '../record.ts'
import { seatOperations } from '../seats.ts'

const { tenant, table } = county()
const { secrets, people } = withSecrets(table, tenant)
const mailbox = openMailbox(table, secrets)
const rooms = roomsOfActs(table)
const store = {
  ...rooms,
  places: openPlaces(table),
  turnout: openTurnout(table),
  dissents: openDissents(table),
  duties: openDutyLists(table),
  seatCounts: openSeatCounts(table, rooms.opinions),
  applications: openApplications(table),
}
const acts = openActs({ store, people, secrets, seals: withSeals() })

/** Consultations: what is in them, and everything that officers do in them. */
export const handler = httpFunction('staff', [
  ...dutyOperations(store),
  ...consultationOperations(store, acts),
  ...seatOperations(store),
  ...recordOperations(store),
  ...photoOperations(store),
  ...joiningOperations(store, people, secrets, mailbox),
  ...commandOperations(acts, mailbox, store),
])
