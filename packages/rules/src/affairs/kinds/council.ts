import { dayOf, text } from '@xieshang/kernel'
import { ruleRefusal } from '../../consultation/refusal.ts'
import { count, line, long, moment, rows } from '../../fields/index.ts'
import { act, fieldsOf, kind } from '../kind.ts'

const councilFields = {
  heldAt: moment(text('时间', 'Held at')),
  place: line(text('地点', 'Place')),
  host: line(text('主持人', 'Host'), 40),
  attended: count(text('到会人数', 'People who came'), 1),
  topics: rows(
    text('议题和意见', 'Topics and conclusions'),
    {
      topic: line(text('议题', 'Topic')),
      conclusion: long(text('达成的意见', 'What was agreed'), 1000),
    },
    1,
    30,
  ),
}

/** F2: a council held outside a consultation. */
export const council = kind({
  clause: 'F2',
  label: text('民主议事会', 'Councils'),
  hint: text(
    '原则上每季度开一次。协商中召开的议事会会自动计入，不用再登记。',
    'Once a quarter. Councils inside consultations are counted by themselves.',
  ),
  levels: ['village'],
  fields: councilFields,
  create: { label: text('登记一次议事会', 'Record a council'), verb: 'conduct', standing: 'within' },
  rule: (body, _division, { now }) =>
    body.heldAt > now ? ruleRefusal('F2', 'heldInFuture', { field: 'heldAt' }) : undefined,
  acts: {
    supplement: act({
      label: text('补充记录', 'Add to the record'),
      fields: { text: long(text('补充内容', 'What is added')) },
      verb: 'conduct',
      standing: 'within',
    }),
  },
  title: ({ heldAt, topics }) => `${dayOf(heldAt)} ${topics[0]?.topic ?? ''}`,
  day: ({ heldAt }) => heldAt,
  status: () => 'recorded',
  digest: (entry) => ({ attended: fieldsOf(entry, councilFields).attended }),
})
