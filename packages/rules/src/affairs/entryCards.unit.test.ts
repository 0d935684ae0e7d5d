import { type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { inCounty, inVillage, now, Register, village } from '../../test/register.ts'
import { type EntryContext, type EntryKind, keysOf } from '../index.ts'
import { entryCardOf, entryKinds, sharedEntryOf } from './index.ts'

const consultations = new Map([['consultation1', { division: village, sessions: ['hearing'] as const }]])
const heldAt = '2026-05-01T16:30:00.000Z'

type Case = {
  readonly body: object
  readonly card: object
  readonly division?: PlaceCode
  readonly who?: Partial<EntryContext>
}

const county = { who: { actor: inCounty } }

/** What a new entry of each kind says in lists, reports and on public pages. */
const cases: { readonly [kind in EntryKind]: Case } = {
  talk: {
    body: {
      heldAt,
      place: '礼堂',
      host: '书记',
      regular: 'irregular',
      attended: 30,
      report: '工作',
      opinions: [{ from: '居民', text: '路灯' }],
    },
    card: {
      title: { zh: '2026-05-02 礼堂' },
      status: 'open',
      day: heldAt,
      digest: { attended: 30, opinions: 1, open: 1 },
    },
  },
  council: {
    body: { heldAt, place: '礼堂', host: '书记', attended: 9, topics: [{ topic: '道路', conclusion: '修' }] },
    card: { title: { zh: '2026-05-02 道路' }, status: 'recorded', day: heldAt, digest: { attended: 9 } },
  },
  hearing: {
    body: {
      subject: '扩建',
      implementer: 'unit',
      conveners: [
        { kind: 'township', name: '街道' },
        { kind: 'committee', name: '村委会' },
      ],
      heldAt,
      place: '礼堂',
      consultation: 'consultation1',
      session: 1,
    },
    card: { title: { zh: '扩建', en: '扩建' }, status: 'open', day: heldAt, digest: { day: '2026-05-02', views: 0 } },
  },
  review: {
    body: { subject: 'work', year: 2026, consultation: 'consultation1', heldAt, place: '礼堂' },
    card: {
      title: { zh: '2026 协商成果评议', en: '2026 Review of an outcome' },
      status: 'open',
      day: heldAt,
      digest: { subject: 'work', year: 2026, consultation: 'consultation1' },
      shown: { facts: [] },
    },
  },
  suggestion: {
    body: { title: '经费', text: '请补助', to: ['county'] },
    card: { title: { zh: '经费' }, status: 'open', digest: {} },
  },
  supervisionNote: {
    ...county,
    body: { title: '补开', issuers: ['city'], text: '请补开', answerBy: '2026-05-20' },
    card: { title: { zh: '补开' }, status: 'open', due: '2026-05-20' },
  },
  referral: { body: { direction: 'up', title: '道路', text: '跨村' }, card: { title: { zh: '道路' }, status: 'open' } },
  mobilisation: {
    body: {
      organisations: ['union', 'disabledFederation'],
      consultation: 'consultation1',
      text: '请动员',
      until: '2026-06-01',
    },
    card: {
      title: { zh: '工会、残联', en: "Trade union, Disabled Persons' Federation" },
      status: 'open',
      due: '2026-06-01',
      digest: { consultation: 'consultation1', reached: 0 },
    },
  },
  venue: {
    body: { name: '议事厅', address: '一楼', seats: 60, equipment: '投影' },
    card: {
      title: { zh: '议事厅' },
      status: 'active',
      digest: { seats: 60, bookings: 0 },
      shown: { text: '投影', facts: [{ value: '一楼' }, { value: '60' }] },
    },
  },
  training: {
    body: { title: '主持', day: '2026-05-20', hours: 4, teacher: '赵', attendees: [{ name: '李' }, { name: '王' }] },
    card: {
      title: { zh: '主持' },
      status: 'recorded',
      day: '2026-05-20',
      digest: { year: 2026, hours: 4, attended: 2 },
      shown: { facts: [{ value: '4' }, { value: '2' }] },
    },
  },
  subsidy: {
    body: { decidedOn: '2026-05-20', body: 'assembly', decision: '3号', text: '同意', limit: 500 },
    card: {
      title: { zh: '3号' },
      status: 'active',
      day: '2026-05-20',
      digest: { year: 2026, limit: 500, paid: 0, telling: 0, other: 0 },
    },
  },
  partyAffairs: {
    body: { title: '党费', category: 'dues', day: '2026-05-20', text: '收支' },
    card: {
      title: { zh: '党费' },
      status: 'recorded',
      day: '2026-05-20',
      shown: { text: '收支', facts: [{ value: 'dues', words: { zh: '党费收缴使用' } }] },
    },
  },
  demonstrationSite: {
    ...county,
    body: { title: '示范点', grade: 'province', since: '2026-05-01', text: '六步法' },
    card: {
      title: { zh: '示范点' },
      status: 'active',
      day: '2026-05-01',
      shown: { text: '六步法', facts: [{ value: 'province', words: { zh: '省级' } }] },
    },
  },
  modelCase: {
    ...county,
    body: { title: '停车', text: '做法', lesson: '经验' },
    card: { title: { zh: '停车' }, status: 'active', shown: { text: '做法', facts: [{ value: '经验' }] } },
  },
  countyRule: {
    ...county,
    division: placeCodeOf('331102'),
    body: { title: '六步法', text: '内容', from: '2026-06-01' },
    card: { title: { zh: '六步法' }, status: 'active', day: '2026-06-01', shown: { text: '内容', facts: [] } },
  },
  adoption: {
    ...county,
    division: placeCodeOf('331102'),
    body: { source: '331121', rule: 'rule00001', title: '六步法', text: '照此', from: '2026-06-01' },
    card: {
      title: { zh: '六步法' },
      status: 'active',
      day: '2026-06-01',
      digest: { source: '331121', rule: 'rule00001' },
      shown: { text: '照此', facts: [{ value: placeCodeOf('331121'), division: true }] },
    },
  },
}

describe('a new entry', () => {
  it.each(keysOf(cases))('of %s says on its card what it is, where it stands, and no more to everybody', (kind) => {
    const { body, card, division = village, who = {} } = cases[kind]
    const register = new Register(kind)
    expect(register.create(body, { consultations, actor: inVillage, ...who }, division)).toBeUndefined()
    const made = entryCardOf(register.head)
    expect(made).toMatchObject({ id: 'entry0001', kind, division, createdAt: now, updatedAt: now, version: 1, ...card })
    expect(made.shown === undefined).toBe(!('shown' in card))
    expect(made.due === undefined).toBe(!('due' in card))
    expect(made.day === undefined).toBe(!('day' in card))
    expect(sharedEntryOf(register.head) === undefined).toBe(!('city' in entryKinds[kind]))
  })

  it.each(keysOf(cases))(
    'of %s is annulled with a reason by whoever may make it, once, and shows nothing then',
    (kind) => {
      const { body, division = village, who = {} } = cases[kind]
      const register = new Register(kind)
      register.create(body, { consultations, ...who }, division)
      expect(register.act('annul', {}, who)).toMatch(/entryInvalid$/)
      expect(
        register.act('annul', { reason: '重复' }, { actor: { ...inVillage, division: placeCodeOf('331102002001') } }),
      ).toMatch(/roleMayNot$/)
      expect(register.act('annul', { reason: '重复' }, who)).toBeUndefined()
      expect(register.act('annul', { reason: '重复' }, who)).toMatch(/entryStatus$/)
      expect(entryCardOf(register.head)).toMatchObject({ status: 'annulled', version: 2 })
      expect(entryCardOf(register.head).shown).toBeUndefined()
    },
  )
})
