import { dayOf, text } from '@xieshang/kernel'
import { ruleRefusal } from '../../consultation/refusal.ts'
import { count, day, line, personName, rows } from '../../fields/index.ts'
import { fieldsOf, kind } from '../kind.ts'
import { supplement } from './party.ts'

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
