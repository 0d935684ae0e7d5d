import type { Evolvers } from '../consultation/evolver.ts'
import type { Stamp } from '../consultation/stamp.ts'
import type { Consultation } from '../consultation/state.ts'
import { stepOf } from '../deliberation/state.ts'
import type { AssemblyEvents } from './events.ts'
import type { Escalation } from './state.ts'

function withVote(state: Consultation, data: AssemblyEvents['AssemblyVoted'], stamp: Stamp): Partial<Consultation> {
  const { escalation, votes, ...vote } = data
  const items = state.items.map((item) => {
    const result = votes.find((one) => one.item === item.item)?.result
    return result === undefined || result === 'noQuorum' ? item : { ...item, status: result }
  })
  const voted = (one: Escalation): Escalation => ({ ...one, vote: { ...stamp, ...vote, items: votes } })
  return {
    items,
    step: stepOf(items),
    escalations: state.escalations.map((one) => (one.escalation === escalation ? voted(one) : one)),
  }
}

export const assemblyEvolvers: Evolvers<AssemblyEvents> = {
  Escalated: (state, data, stamp) => ({
    escalations: [...state.escalations, { ...stamp, ...data, items: [...data.items] }],
  }),
  AssemblyVoted: withVote,
}
