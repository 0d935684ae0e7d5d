import type { Evolvers } from '../consultation/evolver.ts'
import type { PublicationEvents } from './events.ts'

export const publicationEvolvers: Evolvers<PublicationEvents> = {
  OutcomePublished: (state, data, stamp) => ({
    ...(state.step === 'filed' && { step: 'published' as const }),
    publications: [...state.publications, { ...stamp, ...data }],
  }),
}
