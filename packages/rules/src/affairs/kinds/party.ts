import { dayOf, text } from '@xieshang/kernel'
import { ruleRefusal } from '../../consultation/refusal.ts'
import { choice, day, line, long } from '../../fields/index.ts'
import { act, doneOf, fieldsOf, kind } from '../kind.ts'

const supplementFields = { text: long(text('补充或更正的内容', 'What is added or corrected'), 5000) }

export const supplement = act({
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
    const added = doneOf(entry, 'supplement', supplementFields).map(({ at, body: { text: value } }) => ({
      label: text(`${dayOf(at)} 补充更正`, `Added or corrected on ${dayOf(at)}`),
      value,
    }))
    return {
      text: body,
      facts: [
        { label: text('类别', 'Category'), value: category, words: partyFields.category.options[category] },
        ...added,
      ],
    }
  },
})
