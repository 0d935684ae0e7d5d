import type { Evolvers } from '../consultation/evolver.ts'
import { withDissents, withExplained } from './days.ts'
import type { DissentsEvents } from './events.ts'

export const dissentsEvolvers: Evolvers<DissentsEvents> = {
  DissentRecorded: (state, _data, stamp) => ({ dissents: withDissents(state.dissents, 1, stamp.at) }),
  DissentExplained: (state, { dissent }, stamp) => ({ dissents: withExplained(state.dissents, dissent, stamp.at) }),
}
