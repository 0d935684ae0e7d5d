import type { Evolvers } from '../consultation/evolver.ts'
import type { ArchiveEvents } from './events.ts'

export const archiveEvolvers: Evolvers<ArchiveEvents> = {
  CaseClosed: (_state, data, stamp) => ({ step: 'closed', closed: { ...stamp, ...data } }),
  ModelPromoted: (_state, data, stamp) => ({ model: { ...stamp, ...data } }),
  TakenUpAgain: (state, data) => ({ takenUpBy: [...state.takenUpBy, data] }),
}
