import { levelOf, text } from '@xieshang/kernel'
import * as z from 'zod'
import { identifier, venueCode, villageCode } from '../consultation/primitives.ts'
import { choice, exception, type Fields, hinted, known, line, long, rows, schemaOf, tick } from '../fields/index.ts'
import { proposerKinds } from '../taxonomy/procedure.ts'

type Proposer = { readonly kind?: unknown }

/** P1a: whether the party organisation or the committee is among the proposers. */
export const isOfTheTwo = ({ kind }: Proposer) => kind === 'partyOrganisation' || kind === 'committee'

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
