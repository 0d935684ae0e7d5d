import { atLevel, text, within } from '@xieshang/kernel'
import { ruleRefusal } from '../../consultation/refusal.ts'
import { countyReference, day, entryReference, line, long } from '../../fields/index.ts'
import { act, fieldsOf, hasDone, kind } from '../kind.ts'

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
