import { describe, expect, it } from 'vitest'
import { inTownship, now, Register, village } from '../../../test/register.ts'
import { decideEntry, entryStatusOf } from '../index.ts'

describe('topics passed on', () => {
  it('G4: only the other side sends one back, and who begins on the wrong side is told where', () => {
    const up = { direction: 'up', title: '道路', text: '跨村' }
    const one = new Register('referral')
    expect(one.create(up)).toBeUndefined()
    expect(one.act('sendBack', { reason: '不归我' })).toBe('G4 referralReceiver')
    expect(one.act('sendBack', { reason: '请补充' }, { actor: inTownship })).toBeUndefined()
    const wrong = decideEntry(
      undefined,
      { act: 'create', kind: 'referral', division: village, body: up },
      { now, actor: inTownship },
    )
    expect(wrong).toMatchObject({ kind: 'refused', refusal: { code: 'referralSide', field: 'direction' } })
  })
})

describe('topics passed on', () => {
  const body = { direction: 'up', title: '跨村道路', text: '涉及两村' }

  it('G4: the other side accepts or sends back, and it may be passed on again', () => {
    const topic = new Register('referral')
    expect(topic.create(body, { actor: inTownship })).toBe('G4 referralSide')
    expect(topic.create(body)).toBeUndefined()
    expect(topic.act('accept', { text: '自收' })).toBe('G4 referralReceiver')
    expect(topic.act('sendBack', { reason: '请先议' }, { actor: inTownship })).toBeUndefined()
    expect(topic.act('passAgain', { text: '已议' }, { actor: inTownship })).toBe('G4 referralSide')
    expect(topic.act('passAgain', { text: '已议' })).toBeUndefined()
    expect(topic.act('accept', { text: '列入' }, { actor: inTownship })).toBeUndefined()
    expect(entryStatusOf(topic.head)).toBe('accepted')
  })

  it('G4: what the township passes down is for the village to accept', () => {
    const topic = new Register('referral')
    expect(topic.create({ ...body, direction: 'down' })).toBe('G4 referralSide')
    expect(topic.create({ ...body, direction: 'down' }, { actor: inTownship })).toBeUndefined()
    expect(topic.act('accept', { text: '收' }, { actor: inTownship })).toBe('G4 referralReceiver')
    expect(topic.act('accept', { text: '收' })).toBeUndefined()
  })
})
