import { dayOf, type Text, text } from '@xieshang/kernel'
import { ruleRefusal } from '../../consultation/refusal.ts'
import { choices, consultationReference, day, line, long, optional } from '../../fields/index.ts'
import { act, doneOf, fieldsOf, kind } from '../kind.ts'

export const issuers = {
  civilAffairs: text('民政部门', 'Civil affairs'),
  organisation: text('组织部', 'Organisation department'),
  unitedFront: text('统战部', 'United front department'),
  civilisation: text('文明办', 'Civilisation office'),
  city: text('市级部门', 'City departments'),
} as const

const noteFields = {
  title: line(text('督办事项', 'What it is about')),
  issuers: choices(text('发出部门', 'Issued by'), issuers),
  text: long(text('要求', 'What is asked')),
  answerBy: day(text('最迟答复日期', 'To be answered by')),
  consultation: optional(consultationReference(text('相关协商', 'The consultation it is about'))),
}

const noteAnswerFields = { text: long(text('办理情况', 'What was done')) }

const noteBackFields = { reason: long(text('退回原因', 'Why'), 500) }

const noteCloseFields = { note: long(text('办结说明', 'Closing note'), 500) }

const noteWords: Readonly<Record<string, Text>> = {
  answer: noteAnswerFields.text.label,
  sendBack: noteBackFields.reason.label,
  close: noteCloseFields.note.label,
}

/** G3: what the county, or the city, asks of a place below it, to be answered by a day. */
export const supervisionNote = kind({
  clause: 'G3',
  label: text('督办', 'Supervision notes'),
  hint: text(
    '市、县发给下级的督办；收到的要在期限内答复，由发出的一级办结。',
    'Sent by county or city; must be answered in time, and is closed by whoever sent it.',
  ),
  levels: ['county', 'township', 'village'],
  fields: noteFields,
  create: { label: text('发出督办', 'Send a note'), verb: 'oversee', standing: 'above' },
  annulByMaker: true,
  city: 'cityOnly',
  rule: (body, _division, { now }) =>
    body.answerBy < dayOf(now) ? ruleRefusal('G3', 'answerDayPast', { field: 'answerBy' }) : undefined,
  acts: {
    answer: act({
      label: text('答复督办', 'Answer'),
      fields: noteAnswerFields,
      verb: 'conduct',
      standing: 'place',
      when: ['open', 'sentBack'],
    }),
    sendBack: act({
      label: text('退回重办', 'Send it back'),
      fields: noteBackFields,
      verb: 'oversee',
      standing: 'above',
      byMaker: true,
      when: ['answered'],
    }),
    close: act({
      label: text('办结', 'Close'),
      fields: noteCloseFields,
      verb: 'oversee',
      standing: 'above',
      byMaker: true,
      when: ['answered'],
    }),
  },
  title: ({ title }) => title,
  due: ({ answerBy }) => answerBy,
  status: (entry) => {
    const last = entry.acts.findLast(({ act }) => act === 'answer' || act === 'sendBack' || act === 'close')?.act
    return last === 'close' ? 'closed' : last === 'answer' ? 'answered' : last === 'sendBack' ? 'sentBack' : 'open'
  },
  digest: ({ created }) => ({ madeBy: created.by.role }),
  shownToCity: (entry) => ({
    text: fieldsOf(entry, noteFields).text,
    facts: [
      ...doneOf(entry, 'answer', noteAnswerFields).map((done) => ({ ...done, words: done.body.text })),
      ...doneOf(entry, 'sendBack', noteBackFields).map((done) => ({ ...done, words: done.body.reason })),
      ...doneOf(entry, 'close', noteCloseFields).map((done) => ({ ...done, words: done.body.note })),
    ]
      .toSorted((a, b) => a.number - b.number)
      .map(({ act, at, words }) => ({ label: noteWords[act] ?? text(act, act), value: `${dayOf(at)} ${words}` })),
  }),
})
