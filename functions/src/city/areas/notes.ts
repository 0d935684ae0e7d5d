import { cityTopic } from '../../wiring/cityTopic.ts'
import { environment } from '../../wiring/environment.ts'
import { httpFunction } from '../../wiring/http.ts'
import { city } from '../city.ts'
import { noteOperations } from '../notes.ts'

const { store } = city()

/** G3: the city's notes to its counties. */
export const handler = httpFunction(
  'city',
  noteOperations({ store, tell: cityTopic(), counties: environment('COUNTIES').COUNTIES }),
)
