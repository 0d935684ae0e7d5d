import { text } from '@xieshang/kernel'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { count, type Fields, long, optional, type Values } from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'
import { chosenChannels } from '../notice/channels.ts'
import { owesPublication } from './state.ts'

export const publishOutcomeFields = {
  channels: { ...chosenChannels, first: () => ['website', 'sms'] },
  /** Days it stays up; without it, the county's number. */
  days: {
    ...optional(count(text('公示天数', 'Days'), 1, 365)),
    first: ({ state }) => state?.parameters.publicationDays,
  },
  text: long(text('公示内容', 'Text of the publication'), 1000),
} satisfies Fields

const dayMs = 86_400_000

/** Why nothing can be published now, whatever is said of it. */
export function publicationProblem(state: Consultation): Refusal | undefined {
  if (!isFiled(state)) return stateRefusal('P8', 'notFiled')
  return owesPublication(state) ? undefined : stateRefusal('P8', 'alreadyPublished')
}

/** P8, P9g: the result is published and stays up for its days; anew when it was filed anew or corrected since. */
export function publishOutcome(
  state: Consultation,
  command: Values<typeof publishOutcomeFields>,
  context: Context,
): Decision {
  const problem = publicationProblem(state)
  if (problem !== undefined) return refuse(problem)
  if (!command.channels.includes('website')) return refuse(ruleRefusal('P8', 'websiteMissing', { field: 'channels' }))
  const days = command.days ?? state.parameters.publicationDays
  return accept({
    type: 'OutcomePublished',
    data: {
      channels: [...new Set(command.channels)],
      from: context.now,
      until: new Date(Date.parse(context.now) + days * dayMs).toISOString(),
      text: command.text,
    },
  })
}
