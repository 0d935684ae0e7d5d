import { levelOf, may, tenantOf, text, within } from '@xieshang/kernel'
import * as z from 'zod'
import { baseCatalogue, findMatter } from '../catalogue/base.ts'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { identifier, venueCode, villageCode } from '../consultation/primitives.ts'
import { forbidden, type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import {
  choice,
  exception,
  type Fields,
  hinted,
  known,
  line,
  long,
  rows,
  schemaOf,
  tick,
  type Values,
} from '../fields/index.ts'
import { proposerKinds } from '../taxonomy/procedure.ts'
import type { Topic } from '../topic/state.ts'

type Proposer = { readonly kind?: unknown }

/** P1a: whether the party organisation or the committee is among the proposers. */
const isOfTheTwo = ({ kind }: Proposer) => kind === 'partyOrganisation' || kind === 'committee'

const topicFields = {
  title: { ...line(text('题目', 'Title')), first: ({ state }) => state?.topic.title },
  description: { ...long(text('说明', 'Description')), first: ({ state }) => state?.topic.description },
  /** Code of the matter in the catalogue, e.g. M2.6. */
  matter: {
    input: 'matter',
    label: text('协商事项', 'Matter'),
    optional: false,
    schema: identifier(20),
    first: ({ state }) => state?.topic.matter ?? 'M2.9',
  },
  /** Whether the topic is one of residents' public interest (P1a). */
  publicInterest: {
    ...tick(text('涉及居民公共利益和公益事业', "Concerns residents' public interest")),
    first: ({ state }) => state?.topic.publicInterest ?? true,
  },
  proposers: {
    ...rows(
      text('提出主体', 'Proposers'),
      {
        kind: { ...choice(text('提出主体', 'Proposer'), proposerKinds), first: () => 'residents' },
        name: line(text('名称或姓名', 'Name'), 60),
      },
      1,
      20,
    ),
    add: text('再加一个提出主体', 'Add a proposer'),
    tight: true,
    first: ({ state }) => state?.topic.proposers ?? [{ kind: 'committee' }],
  },
  /** Why somebody other than the party organisation or the committee proposes it (P1a). */
  exception: {
    ...exception,
    when: ({ publicInterest, proposers }) =>
      publicInterest === true && !(proposers as readonly Proposer[]).some(isOfTheTwo),
  },
} satisfies Fields

export const proposeTopicFields = {
  division: known(venueCode),
  ...topicFields,
  /** The villages that a township consults together (P9e). */
  villages: {
    input: 'villages',
    label: text('哪几个村（社区）一起协商', 'Which villages consult together'),
    optional: true,
    schema: z.array(villageCode).min(2).max(50).optional(),
    when: ({ division }) => typeof division === 'string' && levelOf(division) === 'township',
  },
  /** Id of the consultation whose feedback led to this one (P11a). */
  follows: known(identifier(40).optional()),
} satisfies Fields
export const proposeTopicSchema = schemaOf(proposeTopicFields)
export const resubmitTopicFields = topicFields
export const returnTopicFields = { reason: long(text('理由', 'Reason'), 500) }
/** Who took note of the topic for the party organisation and for the committee (P1b). */
export const registerTopicFields = {
  party: line(text('党组织备案人', 'For the party organisation'), 40),
  committee: line(text('村（居）委会备案人', 'For the committee'), 40),
}

const usualSteps = [
  text('确定协商主体', 'Fix the participants'),
  text('告知和征求意见', 'Notice and opinions'),
  text('召开协商会议', 'Session'),
  text('逐条表决', 'Vote'),
  text('备案和公示', 'Filing and publication'),
  text('落实和监督', 'Carrying out and supervision'),
]

export const setProcedureFields = {
  steps: {
    ...hinted(
      rows(
        text('协商程序', 'The steps'),
        { title: line(text('步骤', 'Step'), 200), body: line(text('负责单位', 'In charge')) },
        1,
        30,
      ),
      text('由乡镇（街道）研究确定，协商开始之后不能再改', 'set by the township; fixed once it begins'),
    ),
    tight: true,
    first: ({ state, language }) => state?.procedure?.steps ?? usualSteps.map((step) => ({ title: step[language] })),
  },
} satisfies Fields

export type ProposeTopic = z.output<typeof proposeTopicSchema>

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

/** P1b: the party organisation and the committee take note of a topic. */
export function registerTopic(state: Consultation, command: Values<typeof registerTopicFields>): Decision {
  if (state.step !== 'proposed') return refuse(stateRefusal('P1b', 'notProposed'))
  if (state.villages !== undefined && state.procedure === undefined)
    return refuse(stateRefusal('P9e', 'procedureMissing'))
  return accept({ type: 'TopicRegistered', data: command })
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
