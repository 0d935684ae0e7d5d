import { atLevel, dayOf, text, within } from '@xieshang/kernel'
import { ruleRefusal } from '../../consultation/refusal.ts'
import {
  choice,
  consultationReference,
  count,
  countyReference,
  day,
  entryReference,
  line,
  long,
  optional,
  personName,
  rows,
} from '../fields.ts'
import { act, doneOf, fieldsOf, hasDone, kind } from '../kind.ts'

const supplementFields = { text: long(text('补充或更正的内容', 'What is added or corrected'), 5000) }
const supplement = act({
  label: text('补充、更正', 'Add or correct'),
  fields: supplementFields,
  verb: 'conduct',
  standing: 'within',
})

const partyFields = {
  title: line(text('标题', 'Title')),
  category: choice(text('类别', 'Category'), {
    decision: text('决议决定', 'Decisions'),
    work: text('工作计划和总结', 'Plans and reports'),
    members: text('党员发展和管理', 'Members'),
    dues: text('党费收缴使用', 'Dues'),
    conduct: text('党风廉政', 'Conduct'),
    other: text('其他', 'Other'),
  }),
  day: day(text('公开日期', 'Published on')),
  text: long(text('公开内容', 'Text'), 5000),
}

/** G2: party affairs, open to everybody beside village affairs. */
export const partyAffairs = kind({
  clause: 'G2',
  label: text('党务公开', 'Party affairs'),
  hint: text(
    '公开党组织的工作；登记后显示在公开页面上。',
    'What the party organisation makes public; it appears on the public page.',
  ),
  levels: ['village', 'township', 'county'],
  fields: partyFields,
  create: { label: text('公开一项党务', 'Publish'), verb: 'conduct', standing: 'within' },
  rule: (body, _division, { now }) =>
    body.day > dayOf(now) ? ruleRefusal('G2', 'publishedInFuture', { field: 'day' }) : undefined,
  acts: { supplement },
  title: ({ title }) => title,
  day: (fields) => fields.day,
  status: () => 'recorded',
  shown: (entry) => {
    const { text: body, category } = fieldsOf(entry, partyFields)
    const added = doneOf(entry, 'supplement', supplementFields).map(
      ({ at, body }) => `（${dayOf(at)} 补充更正）${body.text}`,
    )
    return {
      text: [body, ...added].join('\n'),
      facts: [{ label: text('类别', 'Category'), value: partyFields.category.options[category].zh }],
    }
  },
})

const trainingFields = {
  title: line(text('培训内容', 'Subject')),
  day: day(text('日期', 'Day')),
  hours: count(text('学时', 'Hours'), 1, 200),
  teacher: line(text('授课人', 'Teacher'), 40),
  attendees: rows(
    text('参加人员（只写姓名）', 'Who attended (names only)'),
    { name: personName(text('姓名', 'Name')) },
    1,
    300,
  ),
}

/** G8: a training, with who attended; everybody reads only how many. */
export const training = kind({
  clause: 'G8',
  label: text('专题培训', 'Trainings'),
  hint: text(
    '登记协商能力培训和参加的人；不用写手机号。公开页面只显示人数。',
    'Who was trained; the public page shows only how many.',
  ),
  levels: ['village', 'township', 'county'],
  fields: trainingFields,
  create: { label: text('登记一次培训', 'Record a training'), verb: 'conduct', standing: 'within' },
  rule: (body, _division, { now }) =>
    body.day > dayOf(now) ? ruleRefusal('G8', 'trainingInFuture', { field: 'day' }) : undefined,
  acts: { supplement },
  title: ({ title }) => title,
  day: (fields) => fields.day,
  status: () => 'recorded',
  digest: (entry) => {
    const { day: on, hours, attendees } = fieldsOf(entry, trainingFields)
    return { year: Number(on.slice(0, 4)), hours, attended: attendees.length }
  },
  shown: (entry) => {
    const { hours, attendees } = fieldsOf(entry, trainingFields)
    return {
      facts: [
        { label: text('学时', 'Hours'), value: String(hours) },
        { label: text('参加人数', 'People'), value: String(attendees.length) },
      ],
    }
  },
})

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
    return { text: body, facts: [{ label: text('级别', 'Level'), value: siteFields.grade.options[grade].zh }] }
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

const ruleFields = {
  title: line(text('制度名称', 'Name of the rule')),
  text: long(text('制度内容', 'The rule'), 5000),
  from: day(text('施行日期', 'In force from')),
}

/** G9: a rule of a county that others may adopt. */
export const countyRule = kind({
  clause: 'G9',
  label: text('制度规范', 'Rules of the county'),
  hint: text(
    '本县已经成熟的规则、程序，其他县可以采用。',
    'Rules that have proved themselves; other counties may adopt them.',
  ),
  levels: ['county'],
  fields: ruleFields,
  create: { label: text('发布一项制度', 'Issue a rule'), verb: 'administer', standing: 'place' },
  city: 'officers',
  openBelow: true,
  acts: {
    stop: act({
      label: text('废止', 'Repeal'),
      fields: { reason: long(text('原因', 'Why'), 500) },
      verb: 'administer',
      standing: 'place',
      when: ['active'],
    }),
  },
  title: ({ title }) => title,
  day: ({ from }) => from,
  status: (entry) => (hasDone(entry, 'stop') ? 'stopped' : 'active'),
  shown: (entry) => ({ text: fieldsOf(entry, ruleFields).text, facts: [] }),
})

const adoptionFields = {
  source: countyReference(text('采用哪个县的', 'Whose rule')),
  rule: entryReference(text('制度编号', 'Number of the rule')),
  title: line(text('制度名称', 'Name of the rule')),
  text: long(text('本县施行的内容', 'As it is in force here'), 5000),
  from: day(text('施行日期', 'In force from')),
}

/** G9: a rule that a county took over from another: what, when and from whom. */
export const adoption = kind({
  clause: 'G9',
  label: text('采用他县制度', 'Rules adopted'),
  hint: text(
    '采用其他县的制度，记下采用了谁的、什么时候采用。',
    'A rule taken over from another county: whose, and since when.',
  ),
  levels: ['county'],
  fields: adoptionFields,
  create: { label: text('采用一项制度', 'Adopt a rule'), verb: 'administer', standing: 'place' },
  city: 'officers',
  openBelow: true,
  rule: (body, division) => {
    if (body.source === division) return ruleRefusal('G9', 'adoptedFromSelf', { field: 'source' })
    return within(body.source, atLevel(division, 'city'))
      ? undefined
      : ruleRefusal('G9', 'adoptedFromElsewhere', { field: 'source' })
  },
  acts: {
    stop: act({
      label: text('停止采用', 'Stop using it'),
      fields: { reason: long(text('原因', 'Why'), 500) },
      verb: 'administer',
      standing: 'place',
      when: ['active'],
    }),
  },
  title: ({ title }) => title,
  day: ({ from }) => from,
  status: (entry) => (hasDone(entry, 'stop') ? 'stopped' : 'active'),
  digest: (entry) => {
    const { source, rule } = fieldsOf(entry, adoptionFields)
    return { source, rule }
  },
  shown: (entry) => {
    const { text: body, source } = fieldsOf(entry, adoptionFields)
    return { text: body, facts: [{ label: text('来自', 'From'), value: source, division: true }] }
  },
})
