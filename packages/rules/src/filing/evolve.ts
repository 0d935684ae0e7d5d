import type { Evolvers } from '../consultation/evolver.ts'
import { stepOf } from '../deliberation/state.ts'
import type { FilingEvents } from './events.ts'

export const filingEvolvers: Evolvers<FilingEvents> = {
  RecordFiled: (state, data, stamp) => ({
    step: state.tasks.length > 0 ? 'carryingOut' : 'filed',
    filings: [...state.filings, { ...stamp, ...data }],
  }),
  FilingAnswered: (state, { body, ...answer }, stamp) => ({
    filings: state.filings.map((filing, index) =>
      index === state.filings.length - 1
        ? {
            ...filing,
            bodies: filing.bodies.map((one, at) => (at === body ? { ...one, answer: { ...stamp, ...answer } } : one)),
          }
        : filing,
    ),
    ...(answer.result === 'returned' && { step: stepOf(state.items) }),
  }),
}
