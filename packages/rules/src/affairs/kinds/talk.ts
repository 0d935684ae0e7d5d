import { dayOf, text } from '@xieshang/kernel'
import { ruleRefusal, stateRefusal } from '../../consultation/refusal.ts'
import { choice, consultationReference, count, hinted, line, long, moment, rows } from '../../fields/index.ts'
import type { Entry } from '../entry.ts'
import { act, doneOf, fieldsOf, hasDone, kind } from '../kind.ts'

const opinion = {
  from: line(text('谁提的（居民、党员、商户……）', 'Who said it (residents, traders …)'), 40),
  text: long(text('意见或诉求', 'Opinion or request'), 1000),
}

const talkFields = {
  heldAt: moment(text('时间', 'Held at')),
  place: line(text('地点', 'Place')),
  host: line(text('主持人', 'Host'), 40),
  regular: choice(text('恳谈方式', 'Occasion'), {
    regular: text('定期', 'Regular'),
    irregular: text('不定期', 'When needed'),
  }),
  attended: count(text('到会人数', 'People who came'), 1),
  report: long(text('通报的工作情况', 'What was reported on')),
  opinions: rows(text('收集的意见和诉求', 'Opinions and requests'), opinion, 0, 100),
}

const number = count(text('第几条意见', 'Number of the opinion'), 1, 1000)
const answerFields = { opinion: number, text: long(text('答复', 'Answer')) }
const topicFields = {
  opinion: number,
  consultation: hinted(
    consultationReference(text('形成的协商', 'The consultation it led to')),
    text('先在“提出议题”里提出，再选在这里', 'Propose it first, then choose it here'),
  ),
}

/** The opinions of a talk in their order, each with what became of it. */
export function opinionsOf(entry: Entry) {
  const first = fieldsOf(entry, talkFields).opinions
  const later = doneOf(entry, 'collect', opinion).map(({ body }) => body)
  const answers = doneOf(entry, 'answer', answerFields)
  const topics = doneOf(entry, 'turnIntoTopic', topicFields)
  return [...first, ...later].map((one, index) => ({
    ...one,
    number: index + 1,
    answer: answers.find(({ body }) => body.opinion === index + 1)?.body.text,
    consultation: topics.find(({ body }) => body.opinion === index + 1)?.body.consultation,
  }))
}

const openOpinions = (entry: Entry) =>
  opinionsOf(entry).filter(({ answer, consultation }) => answer === undefined && consultation === undefined)

/** An opinion is answered or turned into a topic once. */
function openOpinion(entry: Entry, body: { readonly opinion: number }) {
  if (body.opinion > opinionsOf(entry).length)
    return ruleRefusal('F1', 'talkOpinionUnknown', { field: 'opinion', params: { opinion: body.opinion } })
  if (!openOpinions(entry).some((one) => one.number === body.opinion))
    return stateRefusal('F1', 'talkOpinionSettled', { field: 'opinion', params: { opinion: body.opinion } })
  return undefined
}

/** F1: a talk, with the opinions collected, each answered or turned into a topic. */
export const talk = kind({
  clause: 'F1',
  label: text('民情恳谈会', 'Heart-to-heart talks'),
  hint: text(
    '听取居民意见；每一条都要答复，或者转为议题。',
    'Listen to residents; every opinion is answered or becomes a topic.',
  ),
  levels: ['village'],
  fields: talkFields,
  create: { label: text('登记一次恳谈会', 'Record a talk'), verb: 'conduct', standing: 'within' },
  rule: (body, _division, { now }) =>
    body.heldAt > now ? ruleRefusal('F1', 'heldInFuture', { field: 'heldAt' }) : undefined,
  acts: {
    collect: act({
      label: text('补记一条意见', 'Add an opinion'),
      fields: opinion,
      verb: 'conduct',
      standing: 'within',
      when: ['open', 'answered'],
    }),
    answer: act({
      label: text('答复意见', 'Answer an opinion'),
      fields: answerFields,
      verb: 'conduct',
      standing: 'within',
      when: ['open'],
      rule: openOpinion,
    }),
    turnIntoTopic: act({
      label: text('转为议题', 'Turn it into a topic'),
      fields: topicFields,
      verb: 'conduct',
      standing: 'within',
      when: ['open'],
      rule: openOpinion,
    }),
    close: act({
      label: text('办结', 'Close'),
      fields: { note: long(text('办结说明', 'Closing note'), 500) },
      verb: 'conduct',
      standing: 'within',
      when: ['open', 'answered'],
      rule: (entry) => {
        const open = openOpinions(entry).length
        return open === 0 ? undefined : ruleRefusal('F1', 'talkOpinionsOpen', { params: { count: open } })
      },
    }),
  },
  title: ({ heldAt, place }) => `${dayOf(heldAt)} ${place}`,
  day: ({ heldAt }) => heldAt,
  status: (entry) => {
    if (hasDone(entry, 'close')) return 'closed'
    return openOpinions(entry).length === 0 ? 'answered' : 'open'
  },
  digest: (entry) => ({
    attended: fieldsOf(entry, talkFields).attended,
    opinions: opinionsOf(entry).length,
    open: openOpinions(entry).length,
  }),
})
