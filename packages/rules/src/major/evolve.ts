import type { Evolvers } from '../consultation/evolver.ts'
import type { MajorEvents } from './events.ts'

export const majorEvolvers: Evolvers<MajorEvents> = {
  MarkedMajor: (_state, data, stamp) => ({ major: { ...stamp, ...data } }),
  MajorStepRecorded: (state, data, stamp) => ({ majorRecords: [...state.majorRecords, { ...stamp, ...data }] }),
}
