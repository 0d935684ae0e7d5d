import { placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { now, Register, village } from '../../../test/register.ts'
import { entryStatusOf, mayConvene } from '../index.ts'

const later = '2026-05-20T04:00:00.001Z'
const consultations = new Map([['consultation1', { division: village, sessions: ['hearing'] as const }]])
const hearing = {
  subject: '扩建',
  implementer: 'village',
  conveners: [
    { kind: 'partyOrganisation', name: '党支部' },
    { kind: 'committee', name: '村委会' },
  ],
  place: '礼堂',
}

describe('hearings', () => {
  it('F3: a hearing that is still to come has no result; when it began it may have one, each against it considered', () => {
    const one = new Register('hearing')
    expect(one.create({ ...hearing, heldAt: later })).toBeUndefined()
    const view = { representative: '王大爷', position: 'against', view: '太吵' }
    const conclude = (considered?: string, when = later) =>
      one.act(
        'conclude',
        { plan: '改方案', views: [{ ...view, ...(considered !== undefined && { considered }) }] },
        { now: when },
      )
    expect(conclude('已调整', now)).toBe('F3 hearingAhead')
    expect(conclude()).toBe('F3 hearingViewUnconsidered')
    expect(conclude('已调整')).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('concluded')
  })

  it('F3: a hearing names a session only of a consultation that there is', () => {
    const inside = { ...hearing, heldAt: now, consultation: 'consultation1', session: 1 }
    expect(new Register('hearing').create(inside, { consultations })).toBeUndefined()
    expect(new Register('hearing').create({ ...inside, consultation: undefined }, { consultations })).toBe(
      'F3 hearingSession',
    )
  })
})

describe('hearings', () => {
  const consultations = new Map([
    ['consultation1', { division: village, sessions: ['council', 'hearing'] as const }],
    ['elsewhere001', { division: placeCodeOf('331102002001'), sessions: [] }],
  ])
  const convener = (...kinds: string[]) => kinds.map((kind) => ({ kind, name: kind }))
  const held = {
    subject: '文化礼堂扩建',
    implementer: 'village',
    conveners: convener('partyOrganisation', 'committee'),
    heldAt: '2026-05-01T01:00:00.000Z',
    place: '礼堂',
  }

  it('F3: a project of the village is convened by its two committees, and by nobody else', () => {
    expect(new Register('hearing').create(held)).toBeUndefined()
    for (const wrong of [
      ['committee'],
      ['partyOrganisation'],
      ['department'],
      ['partyOrganisation', 'committee', 'township'],
    ])
      expect(new Register('hearing').create({ ...held, conveners: convener(...wrong) })).toBe('F3 hearingByTheTwo')
  })

  it('F3: a project of a department or another organisation is convened by department or township with the village', () => {
    for (const implementer of ['department', 'unit']) {
      const by = (...kinds: string[]) =>
        new Register('hearing').create({ ...held, implementer, conveners: convener(...kinds) })
      expect(by('department', 'committee')).toBeUndefined()
      expect(by('township', 'partyOrganisation')).toBeUndefined()
      expect(by('department', 'township')).toBe('F3 hearingByDepartment')
      expect(by('partyOrganisation', 'committee')).toBe('F3 hearingByDepartment')
    }
  })

  it('F3: whoever convenes follows from who implements, for every set of conveners', () => {
    const kinds = ['partyOrganisation', 'committee', 'department', 'township'] as const
    fc.assert(
      fc.property(fc.subarray([...kinds]), (set) => {
        expect(mayConvene('village', set)).toBe(set.length === 2 && set[0] === kinds[0] && set[1] === kinds[1])
        const official = set.includes('department') || set.includes('township')
        expect(mayConvene('unit', set)).toBe(official && (set.includes(kinds[0]) || set.includes(kinds[1])))
        expect(mayConvene('department', set)).toBe(mayConvene('unit', set))
      }),
    )
  })

  it('F3: the record carries the preferred plan and each view; one that disagrees says how it was considered', () => {
    const hearing = new Register('hearing')
    hearing.create(held)
    const views = [
      { representative: '李阿婆', position: 'favour', view: '早该建' },
      { representative: '张大伯', position: 'against', view: '太吵' },
    ]
    expect(hearing.act('conclude', { views })).toBe('F3 entryInvalid')
    expect(hearing.act('conclude', { plan: '扩建两间', views: [] })).toBe('F3 entryInvalid')
    expect(hearing.act('conclude', { plan: '扩建两间', views })).toBe('F3 hearingViewUnconsidered')
    const considered = [views[0], { ...views[1], considered: '晚上九点关门' }]
    expect(hearing.act('conclude', { plan: '扩建两间', views: considered })).toBeUndefined()
    expect(entryStatusOf(hearing.head)).toBe('concluded')
  })

  it('F3: a hearing in a consultation names a session of it that is one', () => {
    const inside = { ...held, consultation: 'consultation1' }
    const create = (session: number) => new Register('hearing').create({ ...inside, session }, { consultations })
    expect(create(2)).toBeUndefined()
    expect(create(1)).toBe('F3 hearingSession')
    expect(create(3)).toBe('F3 hearingSession')
    expect(new Register('hearing').create({ ...held, session: 1 })).toBe('F3 hearingSession')
  })
})
