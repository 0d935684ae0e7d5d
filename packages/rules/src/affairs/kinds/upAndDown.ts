import { atLevel, dayOf, type Text, text } from '@xieshang/kernel'
import { forbidden, ruleRefusal, stateRefusal } from '../../consultation/refusal.ts'
import type { Entry } from '../entry.ts'
import { choice, choices, consultationReference, count, day, line, long, optional } from '../fields.ts'
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

const referralFields = {
  direction: choice(text('方向', 'Direction'), {
    up: text('村（社区）上报乡镇（街道）', 'Village to township'),
    down: text('乡镇（街道）下交村（社区）', 'Township to village'),
  }),
  title: line(text('议题', 'Topic')),
  text: long(text('情况和理由', 'What it is, and why it is passed on')),
  consultation: optional(consultationReference(text('相关协商', 'The consultation it comes from'))),
}

/** The receiver of a referral: the township of one that goes up, the village of one that goes down. */
const receives = (entry: Entry, actorDivision: string): boolean =>
  fieldsOf(entry, referralFields).direction === 'up'
    ? actorDivision === atLevel(entry.division, 'township')
    : actorDivision === entry.division

/** G4: a topic passed up or down between a village and its township. */
export const referral = kind({
  clause: 'G4',
  label: text('议题上报、下交', 'Topics passed up or down'),
  hint: text(
    '村（社区）和乡镇（街道）之间转交议题，对方接收或退回。',
    'Pass a topic on; the other side accepts it or sends it back.',
  ),
  levels: ['village'],
  fields: referralFields,
  create: { label: text('转交一个议题', 'Pass a topic on'), verb: 'passOn', standing: 'within' },
  rule: (body, division, { actor }) => {
    const rightSide =
      body.direction === 'up' ? actor.division === division : actor.division === atLevel(division, 'township')
    return rightSide ? undefined : forbidden('G4', 'referralSide', { field: 'direction' })
  },
  acts: {
    accept: act({
      label: text('接收', 'Accept'),
      fields: {
        text: long(text('打算怎么办', 'What will be done')),
        consultation: optional(consultationReference(text('形成的协商', 'The consultation it led to'))),
      },
      verb: 'passOn',
      standing: 'within',
      when: ['open'],
      rule: (entry, _body, { actor }) =>
        receives(entry, actor.division) ? undefined : forbidden('G4', 'referralReceiver'),
    }),
    sendBack: act({
      label: text('退回', 'Send back'),
      fields: { reason: long(text('退回原因', 'Why'), 500) },
      verb: 'passOn',
      standing: 'within',
      when: ['open'],
      rule: (entry, _body, { actor }) =>
        receives(entry, actor.division) ? undefined : forbidden('G4', 'referralReceiver'),
    }),
    passAgain: act({
      label: text('补充后再转交', 'Pass it on again'),
      fields: { text: long(text('补充的情况', 'What is added')) },
      verb: 'passOn',
      standing: 'within',
      when: ['sentBack'],
      rule: (entry, _body, { actor }) =>
        receives(entry, actor.division) ? forbidden('G4', 'referralSide') : undefined,
    }),
  },
  title: ({ title }) => title,
  status: (entry) => {
    const last = entry.acts.findLast(({ act }) => act !== 'annul')?.act
    return last === 'accept' ? 'accepted' : last === 'sendBack' ? 'sentBack' : 'open'
  },
})

export const massOrganisations = {
  union: text('工会', 'Trade union'),
  youthLeague: text('共青团', 'Youth League'),
  womensFederation: text('妇联', "Women's Federation"),
  disabledFederation: text('残联', "Disabled Persons' Federation"),
} as const

const mobilisationFields = {
  organisations: choices(text('请哪些群团组织', 'Organisations asked'), massOrganisations),
  consultation: consultationReference(text('为哪次协商', 'For which consultation')),
  text: long(text('请他们做什么', 'What they are asked to do')),
  until: day(text('请于何日前反馈', 'To report by')),
}

const reportFields = {
  organisation: choice(text('群团组织', 'Organisation'), massOrganisations),
  text: long(text('做了什么', 'What was done')),
  reached: count(text('动员居民人次', 'People reached'), 0),
}

const silentOrganisations = (entry: Entry) => {
  const reported = doneOf(entry, 'report', reportFields).map(({ body }) => body.organisation)
  return fieldsOf(entry, mobilisationFields).organisations.filter((one) => !reported.includes(one))
}

/** G5: mass organisations asked to mobilise residents for a consultation, with what they did. */
export const mobilisation = kind({
  clause: 'G5',
  label: text('群团组织协助动员', 'Mass organisations'),
  hint: text(
    '请工会、共青团、妇联、残联协助动员居民，并登记他们做了什么。',
    'Ask mass organisations to help, and record what they did.',
  ),
  levels: ['village', 'township'],
  fields: mobilisationFields,
  create: { label: text('请群团组织协助', 'Ask for help'), verb: 'conduct', standing: 'within' },
  acts: {
    report: act({
      label: text('登记做了什么', 'Record what was done'),
      fields: reportFields,
      verb: 'conduct',
      standing: 'within',
      rule: (entry, body) =>
        fieldsOf(entry, mobilisationFields).organisations.includes(body.organisation)
          ? undefined
          : stateRefusal('G5', 'organisationNotAsked', { field: 'organisation' }),
    }),
  },
  title: ({ organisations }) => organisations.map((one) => massOrganisations[one].zh).join('、'),
  due: ({ until }) => until,
  status: (entry) => (silentOrganisations(entry).length === 0 ? 'reported' : 'open'),
  digest: (entry) => ({
    consultation: fieldsOf(entry, mobilisationFields).consultation,
    reached: doneOf(entry, 'report', reportFields).reduce((sum, { body }) => sum + body.reached, 0),
  }),
})
