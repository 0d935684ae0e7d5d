import { atLevel, text } from '@xieshang/kernel'
import { forbidden } from '../../consultation/refusal.ts'
import { choice, consultationReference, line, long, optional } from '../../fields/index.ts'
import type { Entry } from '../entry.ts'
import { act, fieldsOf, kind } from '../kind.ts'

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
