import { text } from '@xieshang/kernel'
import { forbidden } from '../../consultation/refusal.ts'
import { choices, line, long } from '../../fields/index.ts'
import type { Entry } from '../entry.ts'
import { act, doneOf, fieldsOf, kind } from '../kind.ts'

const suggestionFields = {
  title: line(text('建议', 'Suggestion')),
  text: long(text('内容', 'What is suggested')),
  to: choices(text('向谁提出', 'To whom'), {
    township: text('乡镇（街道）', 'Township'),
    county: text('县（市、区）', 'County'),
  }),
}

const unanswered = (entry: Entry) => {
  const answered = doneOf(entry, 'answer', answerFields).map(({ by }) => by.role)
  return fieldsOf(entry, suggestionFields).to.filter((level) => !answered.includes(level))
}

const answerFields = { text: long(text('答复', 'Answer')) }

/** G1: what a village suggests to township and county; each that was asked answers. */
export const suggestion = kind({
  clause: 'G1',
  label: text('工作建议', 'Suggestions'),
  hint: text(
    '向乡镇（街道）、县里提出工作建议，并看到答复。',
    'Suggest something to township or county, and see the answer.',
  ),
  levels: ['village'],
  fields: suggestionFields,
  create: { label: text('提一条建议', 'Make a suggestion'), verb: 'suggest', standing: 'place' },
  acts: {
    answer: act({
      label: text('答复', 'Answer'),
      fields: answerFields,
      verb: 'direct',
      standing: 'above',
      when: ['open'],
      rule: (entry, _body, { actor }) =>
        unanswered(entry).some((level) => level === actor.role) ? undefined : forbidden('G1', 'suggestionNotToYou'),
    }),
  },
  title: ({ title }) => title,
  status: (entry) => (unanswered(entry).length === 0 ? 'answered' : 'open'),
})
