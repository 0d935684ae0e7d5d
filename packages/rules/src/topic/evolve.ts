import type { Evolvers } from '../consultation/evolver.ts'
import type { TopicEvents } from './events.ts'

/** What follows the proposal, with which a consultation begins. */
export const topicEvolvers: Evolvers<Omit<TopicEvents, 'TopicProposed'>> = {
  TopicReturned: (_state, data, stamp) => ({ step: 'returned', returned: { ...stamp, reason: data.reason } }),
  TopicResubmitted: (_state, data) => ({ step: 'proposed', topic: data.topic }),
  TopicRegistered: (_state, data, stamp) => ({ step: 'registered', registered: { ...stamp, ...data } }),
  ProcedureSet: (_state, data, stamp) => ({ procedure: { ...stamp, ...data } }),
}
