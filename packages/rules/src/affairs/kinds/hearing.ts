import { dayOf, text } from '@xieshang/kernel'
import { ruleRefusal } from '../../consultation/refusal.ts'
import {
  choice,
  consultationReference,
  count,
  hinted,
  line,
  long,
  moment,
  optional,
  personName,
  rows,
} from '../../fields/index.ts'
import type { EntryContext } from '../entry.ts'
import { act, doneOf, fieldsOf, hasDone, kind } from '../kind.ts'

/** F3: who carries the project out; from it follows who convenes the hearing. */
export const implementers = {
  village: text('村（社区）自己实施', 'The village or community'),
  department: text('政府部门实施', 'A government department'),
  unit: text('社会单位实施', 'Another organisation'),
} as const

export const hearingConveners = {
  partyOrganisation: text('村（社区）党组织', 'Party organisation'),
  committee: text('村（居）民委员会', "Villagers' (residents') committee"),
  department: text('政府有关部门', 'Government department'),
  township: text('乡镇（街道）', 'Township'),
} as const

type Convener = keyof typeof hearingConveners

/**
 * F3: a project of the village is heard by its two committees; one of a department or another organisation by the
 * department or the township, together with the place's own organisations.
 */
export function mayConvene(implementer: keyof typeof implementers, conveners: readonly Convener[]): boolean {
  const has = (one: Convener) => conveners.includes(one)
  if (implementer === 'village')
    return has('partyOrganisation') && has('committee') && !has('department') && !has('township')
  return (has('department') || has('township')) && (has('partyOrganisation') || has('committee'))
}

const hearingFields = {
  subject: line(text('听证事项', 'What is heard')),
  implementer: choice(text('项目由谁实施', 'Who carries it out'), implementers),
  conveners: rows(
    text('组织者', 'Conveners'),
    { kind: choice(text('组织者', 'Convener'), hearingConveners), name: line(text('名称', 'Name'), 60) },
    1,
    6,
  ),
  heldAt: moment(text('时间', 'Held at')),
  place: line(text('地点', 'Place')),
  consultation: optional(consultationReference(text('所属协商', 'The consultation it belongs to'))),
  session: optional(
    hinted(
      count(text('协商中的第几次会议', 'Number of the session'), 1, 100),
      text('听证会在协商中召开的，填写会议序号', 'When it is a session of the consultation'),
    ),
  ),
}

const positions = {
  favour: text('赞成', 'In favour'),
  change: text('赞成，但要修改', 'In favour, with changes'),
  against: text('不赞成', 'Against'),
} as const

const concludeFields = {
  plan: long(text('倾向性方案', 'The preferred plan'), 5000),
  views: rows(
    text('每位听证代表的意见', "Each representative's view"),
    {
      representative: personName(text('听证代表', 'Representative')),
      position: choice(text('态度', 'Position'), positions),
      view: long(text('意见和理由', 'View and reasons'), 1000),
      considered: optional(long(text('意见怎样处理', 'How it was taken into account'), 1000)),
    },
    1,
    100,
  ),
}

/** The session that is named is one of the consultation, and a hearing. */
function sessionRefusal(
  { consultation, session }: { consultation?: string | undefined; session?: number | undefined },
  { consultations }: EntryContext,
) {
  if (session === undefined) return undefined
  const kinds = consultation === undefined ? undefined : consultations?.get(consultation)?.sessions
  return kinds?.[session - 1] === 'hearing' ? undefined : ruleRefusal('F3', 'hearingSession', { field: 'session' })
}

/**
 * F3: the record of a hearing. A hearing that is a session of a consultation keeps its attendance and discussion there;
 * what only a hearing has stands here and names the session.
 */
export const hearing = kind({
  clause: 'F3',
  label: text('民主听证会', 'Hearings'),
  hint: text(
    '村里实施的项目由村（社区）两委组织；政府部门或社会单位的项目，由部门或乡镇（街道）会同村（社区）组织。',
    'Projects of the village are heard by its two committees; others by the department or township together with the village.',
  ),
  levels: ['village'],
  fields: hearingFields,
  create: { label: text('登记一次听证会', 'Record a hearing'), verb: 'conduct', standing: 'within' },
  rule: (body, _division, context) => {
    const conveners = body.conveners.map(({ kind }) => kind)
    if (!mayConvene(body.implementer, conveners))
      return body.implementer === 'village'
        ? ruleRefusal('F3', 'hearingByTheTwo', { field: 'conveners' })
        : ruleRefusal('F3', 'hearingByDepartment', { field: 'conveners' })
    return sessionRefusal(body, context)
  },
  acts: {
    conclude: act({
      label: text('登记倾向性方案和代表意见', 'Record the preferred plan and the views'),
      fields: concludeFields,
      verb: 'conduct',
      standing: 'within',
      when: ['open'],
      rule: (entry, body, { now }) => {
        if (fieldsOf(entry, hearingFields).heldAt > now) return ruleRefusal('F3', 'hearingAhead')
        const silent = body.views.findIndex(({ position, considered }) => position !== 'favour' && !considered)
        return silent < 0
          ? undefined
          : ruleRefusal('F3', 'hearingViewUnconsidered', {
              field: `views.${silent}.considered`,
              params: { name: body.views[silent]?.representative ?? '' },
            })
      },
    }),
  },
  title: ({ subject }) => subject,
  day: ({ heldAt }) => heldAt,
  status: (entry) => (hasDone(entry, 'conclude') ? 'concluded' : 'open'),
  digest: (entry) => ({
    day: dayOf(fieldsOf(entry, hearingFields).heldAt),
    views: doneOf(entry, 'conclude', concludeFields)[0]?.body.views.length ?? 0,
  }),
})
