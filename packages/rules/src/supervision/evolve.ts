import type { Evolvers } from '../consultation/evolver.ts'
import type { SupervisionEvents } from './events.ts'

export const supervisionEvolvers: Evolvers<SupervisionEvents> = {
  SupervisionNoted: (state, data, stamp) => ({ supervision: [...state.supervision, { ...stamp, ...data }] }),
  SupervisorsNamed: (_state, data) => ({ supervisors: [...data.members] }),
  ProgressPublished: (state, data, stamp) => ({ bulletins: [...state.bulletins, { ...stamp, ...data }] }),
}
