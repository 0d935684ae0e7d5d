import type { Evolvers } from '../consultation/evolver.ts'
import type { CorrectionEvents } from './events.ts'

export const correctionEvolvers: Evolvers<CorrectionEvents> = {
  OutcomeCorrected: (state, data, stamp) => ({ corrections: [...state.corrections, { ...stamp, ...data }] }),
}
