import { text } from '@xieshang/kernel'
import { choice, consultationReference, day, line, long, optional } from '../../fields/index.ts'
import { act, fieldsOf, hasDone, kind } from '../kind.ts'
import { supplement } from './party.ts'

const siteFields = {
  title: line(text('示范点名称', 'Name')),
  grade: choice(text('级别', 'Level'), {
    county: text('县级', 'County'),
    city: text('市级', 'City'),
    province: text('省级', 'Province'),
  }),
  since: day(text('命名日期', 'Named on')),
  text: long(text('特色做法', 'What it does well'), 5000),
}

/** G9: a place that others can learn from. */
export const demonstrationSite = kind({
  clause: 'G9',
  label: text('示范点', 'Demonstration sites'),
  hint: text('命名的协商示范点，全市都能看到。', 'Places to learn from; the whole city sees them.'),
  levels: ['village', 'township'],
  fields: siteFields,
  create: { label: text('命名示范点', 'Name a site'), verb: 'administer', standing: 'within' },
  city: 'officers',
  openBelow: true,
  acts: {
    stop: act({
      label: text('撤销命名', 'Withdraw the name'),
      fields: { reason: long(text('原因', 'Why'), 500) },
      verb: 'administer',
      standing: 'within',
      when: ['active'],
    }),
  },
  title: ({ title }) => title,
  day: ({ since }) => since,
  status: (entry) => (hasDone(entry, 'stop') ? 'stopped' : 'active'),
  shown: (entry) => {
    const { grade, text: body } = fieldsOf(entry, siteFields)
    return {
      text: body,
      facts: [{ label: text('级别', 'Level'), value: grade, words: siteFields.grade.options[grade] }],
    }
  },
})

const modelFields = {
  title: line(text('案例名称', 'Title')),
  text: long(text('做法和成效', 'What was done and what came of it'), 5000),
  lesson: long(text('可以推广的经验', 'What others can take over'), 2000),
  consultation: optional(consultationReference(text('来自哪次协商', 'The consultation it comes from'))),
}

/** G9: a model case that the whole city can read. */
export const modelCase = kind({
  clause: 'G9',
  label: text('典型案例', 'Model cases'),
  hint: text(
    '值得推广的案例，全市都能看到；请不要写居民姓名。',
    'Cases worth copying, for the whole city; name no residents.',
  ),
  levels: ['village', 'township', 'county'],
  fields: modelFields,
  create: { label: text('推出一个典型', 'Present a model'), verb: 'direct', standing: 'within' },
  city: 'officers',
  openBelow: true,
  acts: { supplement },
  title: ({ title }) => title,
  status: () => 'active',
  shown: (entry) => {
    const { text: body, lesson } = fieldsOf(entry, modelFields)
    return { text: body, facts: [{ label: text('可以推广的经验', 'What others can take over'), value: lesson }] }
  },
})
