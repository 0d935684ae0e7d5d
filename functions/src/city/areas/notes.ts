import { cityDrafts } from '@xieshang/http/operations/drafts'
import { openCityStore } from '@xieshang/store/city'
import { cityTopic } from '../../wiring/cityTopic.ts'
import { draftOperations } from '../../wiring/drafts.ts'
import { environment } from '../../wiring/environment.ts'
import { httpFunction } from '../../wiring/http.ts'
import { city } from '../city.ts'
import { noteOperations } from '../notes.ts'

const store = openCityStore(city().table)

/** G3: the city's notes to its counties, and what is typed of them. */
export const handler = httpFunction('city', [
  ...noteOperations({ store, tell: cityTopic(), counties: environment('COUNTIES').COUNTIES }),
  ...draftOperations(cityDrafts, store.drafts),
])
