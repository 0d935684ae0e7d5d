import type { Evolvers } from '../consultation/evolver.ts'
import type { ReportsEvents } from './events.ts'

export const reportsEvolvers: Evolvers<ReportsEvents> = {
  CommissionerReported: (state, data, stamp) => ({ reports: [...state.reports, { ...stamp, ...data }] }),
  CommissionerAnswered: (state, { report, ...answer }, stamp) => ({
    reports: state.reports.map((one) => (one.report === report ? { ...one, answer: { ...stamp, ...answer } } : one)),
  }),
}
