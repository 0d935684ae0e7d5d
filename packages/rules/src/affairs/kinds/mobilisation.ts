import { text } from '@xieshang/kernel'
import { stateRefusal } from '../../consultation/refusal.ts'
import { choice, choices, consultationReference, count, day, long } from '../../fields/index.ts'
import type { Entry } from '../entry.ts'
import { act, doneOf, fieldsOf, kind } from '../kind.ts'

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
  title: ({ organisations }) => {
    const asked = organisations.map((one) => massOrganisations[one])
    return text(asked.map(({ zh }) => zh).join('、'), asked.map(({ en }) => en).join(', '))
  },
  due: ({ until }) => until,
  status: (entry) => (silentOrganisations(entry).length === 0 ? 'reported' : 'open'),
  digest: (entry) => ({
    consultation: fieldsOf(entry, mobilisationFields).consultation,
    reached: doneOf(entry, 'report', reportFields).reduce((sum, { body }) => sum + body.reached, 0),
  }),
})
