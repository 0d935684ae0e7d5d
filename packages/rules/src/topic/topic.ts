import { levelOf, may, tenantOf, within } from '@xieshang/kernel'
import { baseCatalogue, findMatter } from '../catalogue/base.ts'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { forbidden, type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import type { Values } from '../fields/index.ts'
import type { Topic } from '../topic/state.ts'
import {
  isOfTheTwo,
  type proposeTopicFields,
  type registerTopicFields,
  type resubmitTopicFields,
  type returnTopicFields,
  type setProcedureFields,
} from './topicFields.ts'

export type ProposeTopic = Values<typeof proposeTopicFields>

type TopicFields = Values<typeof resubmitTopicFields>

/** P1a: on public interest the proposers are the party organisation or the committee, else an officer gives a reason. */
function topicOf(
  fields: TopicFields,
  { catalogue = baseCatalogue }: Context,
): { topic: Topic; exceptions: { clause: string; reason: string }[] } | Decision {
  const matter = findMatter(fields.matter, catalogue)
  const detail = { field: 'matter', params: { matter: fields.matter } }
  if (matter === undefined) return refuse(ruleRefusal('M6', 'matterUnknown', detail))
  if (matter.withdrawn === true) return refuse(ruleRefusal('M6', 'matterWithdrawn', detail))
  const fromTheTwo = fields.proposers.some(isOfTheTwo)
  const needsReason = fields.publicInterest && !fromTheTwo
  if (needsReason && fields.exception === undefined)
    return refuse(ruleRefusal('P1a', 'proposerNeedsReason', { field: 'exception' }))
  const { exception, ...rest } = fields
  return {
    topic: {
      ...rest,
      catalogueVersion: catalogue.version,
      asFiled: { relation: matter.relation, label: matter.label, assembly: matter.assembly },
    },
    exceptions: needsReason && exception !== undefined ? [{ clause: 'P1a', reason: exception }] : [],
  }
}

/** P9e: what concerns several villages is the township's, which names them; one village consults by itself. */
function placeProblem({ division, villages }: ProposeTopic, { actor }: Context): Refusal | undefined {
  if (levelOf(division) === 'village')
    return villages === undefined ? undefined : ruleRefusal('P9e', 'villagesNeedTownship', { field: 'villages' })
  if (!may(actor, 'direct', division)) return forbidden('P9e', 'townshipOnly', { field: 'division' })
  const own = new Set(villages?.filter((village) => within(village, division)))
  return own.size >= 2 && own.size === new Set(villages).size
    ? undefined
    : ruleRefusal('P9e', 'severalVillages', { field: 'villages' })
}

/** P11a: what is taken up again was published before. */
function followsProblem({ follows }: ProposeTopic, { followed }: Context): Refusal | undefined {
  if (follows === undefined) return undefined
  if (followed === undefined) return ruleRefusal('P11a', 'followedUnknown', { field: 'follows' })
  return followed.published ? undefined : ruleRefusal('P11a', 'followedNotPublished', { field: 'follows' })
}

/** P1a, P1b: one or several proposers put a topic forward. */
export function proposeTopic(command: ProposeTopic, context: Context): Decision {
  const { division, villages, follows, ...fields } = command
  const problem = placeProblem(command, context) ?? followsProblem(command, context)
  if (problem !== undefined) return refuse(problem)
  const topic = topicOf(fields, context)
  if ('kind' in topic) return topic
  return accept({
    type: 'TopicProposed',
    data: {
      tenant: tenantOf(division),
      division,
      topic: { ...topic.topic, ...(follows !== undefined && { follows }) },
      parameters: context.parameters,
      ...(villages !== undefined && { villages: [...new Set(villages)].sort() }),
    },
    exceptions: topic.exceptions,
  })
}

/** P9e: the township sets the steps of a consultation over several villages before it starts. */
export function setProcedure(state: Consultation, command: Values<typeof setProcedureFields>): Decision {
  if (state.villages === undefined) return refuse(stateRefusal('P9e', 'oneVillage'))
  if (state.registered !== undefined) return refuse(stateRefusal('P9e', 'procedureFixed'))
  return accept({ type: 'ProcedureSet', data: command })
}

/** Why no topic can be registered now, whatever the command says. */
export function registrationProblem({ step, villages, procedure }: Consultation): Refusal | undefined {
  if (step !== 'proposed') return stateRefusal('P1b', 'notProposed')
  return villages !== undefined && procedure === undefined ? stateRefusal('P9e', 'procedureMissing') : undefined
}

/** P1b: the party organisation and the committee take note of a topic. */
export function registerTopic(state: Consultation, command: Values<typeof registerTopicFields>): Decision {
  const problem = registrationProblem(state)
  return problem === undefined ? accept({ type: 'TopicRegistered', data: command }) : refuse(problem)
}

/** P1b: or they return it with a reason. */
export function returnTopic(state: Consultation, command: Values<typeof returnTopicFields>): Decision {
  if (state.step !== 'proposed') return refuse(stateRefusal('P1b', 'notProposed'))
  return accept({ type: 'TopicReturned', data: command })
}

/** A returned topic comes back, changed. */
export function resubmitTopic(state: Consultation, command: TopicFields, context: Context): Decision {
  if (state.step !== 'returned') return refuse(stateRefusal('P1b', 'notReturned'))
  const topic = topicOf(command, context)
  if ('kind' in topic) return topic
  const { follows } = state.topic
  const again = { ...topic.topic, ...(follows !== undefined && { follows }) }
  return accept({ type: 'TopicResubmitted', data: { topic: again }, exceptions: topic.exceptions })
}
