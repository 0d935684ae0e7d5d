import { openActs } from '@xieshang/acts'
import { openOfficialAccount } from '@xieshang/store'
import { county } from '../wiring/county.ts'
import { httpFunction } from '../wiring/http.ts'
import { withSeals } from '../wiring/seals.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { affairsOperations } from './affairs.ts'
import { commandOperations } from './commands.ts'
import { consultationOperations } from './consultations.ts'
import { draftOperations } from './drafts.ts'
import { dutyOperations } from './duties.ts'
import { joiningOperations } from './joining.ts'
import { officialAccountOperations } from './officialAccount.ts'
import { peopleOperations } from './people.ts'
import { photoOperations } from './photos.ts'
import { placeOperations } from './places.ts'
import { recordOperations } from './record.ts'
import { reportOperations } from './reports.ts'
import { seatOperations } from './seats.ts'
import { settingsOperations } from './settings.ts'

const { tenant, table, store } = county()
const { secrets, people, mailbox } = withSecrets(table, tenant)
const acts = openActs({ store, people, secrets, seals: withSeals() })

/** The officers' API of a county. */
export const handler = httpFunction('staff', [
  ...placeOperations(store),
  ...settingsOperations(store, tenant),
  ...officialAccountOperations(openOfficialAccount(table, secrets), tenant),
  ...dutyOperations(store),
  ...peopleOperations(people, store, secrets),
  ...consultationOperations(store, acts),
  ...seatOperations(store),
  ...recordOperations(store),
  ...photoOperations(store),
  ...draftOperations(store),
  ...joiningOperations(store, people, secrets, mailbox),
  ...commandOperations(acts, mailbox, store),
  ...affairsOperations(store, tenant),
  ...reportOperations(store, tenant),
])
