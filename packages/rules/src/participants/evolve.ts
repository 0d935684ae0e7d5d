import type { Evolvers } from '../consultation/evolver.ts'
import type { ParticipantsEvents } from './events.ts'

export const participantsEvolvers: Evolvers<ParticipantsEvents> = {
  ParticipantsFixed: (_state, data, stamp) => ({ step: 'listed', list: { ...stamp, ...data } }),
}
