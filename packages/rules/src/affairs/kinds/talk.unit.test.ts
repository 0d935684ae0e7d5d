import { placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { Register, village } from '../../../test/register.ts'
import { opinionsOf } from '../index.ts'

const consultations = new Map([
  ['consultation1', { division: village, sessions: ['council', 'hearing'] as const }],
  ['elsewhere001', { division: placeCodeOf('331102002001'), sessions: [] }],
])

describe('a talk', () => {
  const held = {
    heldAt: '2026-05-01T01:00:00.000Z',
    place: '文化礼堂',
    host: '书记',
    regular: 'regular',
    attended: 30,
    report: '半年工作',
    opinions: [
      { from: '居民', text: '路灯不亮' },
      { from: '商户', text: '停车难' },
    ],
  }

  it('F1: every opinion is answered or turned into a topic, before the talk is closed', () => {
    const talk = new Register('talk')
    expect(talk.create(held)).toBeUndefined()
    expect(talk.act('close', { note: '完' })).toBe('F1 talkOpinionsOpen')
    expect(talk.act('answer', { opinion: 1, text: '本周修好' })).toBeUndefined()
    expect(talk.act('answer', { opinion: 1, text: '再答' })).toBe('F1 talkOpinionSettled')
    expect(talk.act('answer', { opinion: 3, text: '?' })).toBe('F1 talkOpinionUnknown')
    expect(talk.act('collect', { from: '党员', text: '垃圾分类' })).toBeUndefined()
    const topic = { opinion: 2, consultation: 'consultation1' }
    expect(talk.act('turnIntoTopic', topic)).toBe('F1 consultationElsewhere')
    expect(talk.act('turnIntoTopic', { ...topic, consultation: 'elsewhere001' }, { consultations })).toBe(
      'F1 consultationElsewhere',
    )
    expect(talk.act('turnIntoTopic', topic, { consultations })).toBeUndefined()
    expect(talk.act('close', { note: '完' })).toBe('F1 talkOpinionsOpen')
    expect(talk.act('answer', { opinion: 3, text: '下月开始' })).toBeUndefined()
    expect(talk.act('close', { note: '完' })).toBeUndefined()
    expect(opinionsOf(talk.head)).toMatchObject([
      { text: '路灯不亮', answer: '本周修好' },
      { text: '停车难', consultation: 'consultation1' },
      { text: '垃圾分类', answer: '下月开始' },
    ])
  })

  it('F1: is recorded after it was held', () => {
    expect(new Register('talk').create({ ...held, heldAt: '2026-06-01T01:00:00.000Z' })).toBe('F1 heldInFuture')
  })
})
