import type { Stamp } from './stamp.ts'
import type { Consultation } from './state.ts'

/** What the events of a room change of a consultation, by their types. */
export type Evolvers<Events> = {
  readonly [T in keyof Events]: (state: Consultation, data: Events[T], stamp: Stamp) => Partial<Consultation>
}
