import { describe, expect, it } from 'vitest'
import { noticeAt, officer, refusalOf, World } from '../../test/world.ts'
import { commands, decide } from '../deciding.ts'
import { defaultParameters } from '../index.ts'

describe('telling everybody', () => {
  const notice = (world: World, change: object = {}) =>
    refusalOf(world.run('issueNotice', { ...noticeAt(world.now), ...change }))

  it.each([
    ['P3b meetingPast', { meeting: { at: '2026-03-01T08:00:00.000Z', place: '礼堂' } }],
    ['P3b opinionsPast', { opinionsUntil: '2026-03-01T08:00:00.000Z' }],
    ['P3b opinionsAfterMeeting', { opinionsUntil: '2026-03-03T08:00:00.001Z' }],
  ])('%s', (refusal, change) => {
    expect(notice(new World().listed(), change)).toBe(refusal)
  })

  it('P3b: a notice carries materials and an opinion period', () => {
    const { materials: _materials, ...without } = noticeAt('2026-03-01T08:00:00.000Z')
    expect(commands.issueNotice.schema.safeParse(without).success).toBe(false)
  })

  it('P3a: goes to a list, and not once the vote has begun', () => {
    const proposed = new World()
    proposed.propose()
    expect(notice(proposed)).toBe('P3a notListed')
    const world = new World().ready()
    world.done('openRound', { method: 'online', items: [1] })
    expect(notice(world)).toBe('P3a voteBegun')
  })

  it('P3a: who was told at the door is recorded with the channel, the time and the teller', () => {
    const world = new World().notified()
    const tell = (change: object) =>
      refusalOf(
        world.run('recordTelling', { seats: [1], channel: 'door', toldAt: world.now, teller: '网格员', ...change }),
      )
    expect(tell({ seats: [7] })).toBe('P3a seatUnknown')
    expect(tell({ toldAt: '2026-03-01T08:00:00.001Z' })).toBe('P3a toldInFuture')
    expect(tell({})).toBe('accepted')
    expect(world.state.tellings).toMatchObject([{ seats: '1', channel: 'door', teller: '网格员' }])
    const unnoticed = new World().listed()
    expect(
      refusalOf(
        unnoticed.run('recordTelling', { seats: [1], channel: 'door', toldAt: unnoticed.now, teller: '网格员' }),
      ),
    ).toBe('P3a noNotice')
  })

  it('P3b: an opinion is answered once', () => {
    const world = new World().notified()
    world.done('answerOpinion', { opinion: 'o1', text: '已写入方案' })
    expect(refusalOf(world.run('answerOpinion', { opinion: 'o1', text: '再答' }))).toBe('P3b opinionAnswered')
  })

  it('P3b, P11a: an opinion and feedback are answered once each, and neither stands for the other', () => {
    const world = new World().notified()
    world.opinionIsFeedback = true
    world.done('answerOpinion', { opinion: 'f1', text: '已修好' })
    world.done('answerOpinion', { opinion: 'f2', text: '已修好' })
    expect(world.state).toMatchObject({ opinionsAnswered: 0, feedbackAnswered: 2 })
    expect(world.state).not.toHaveProperty('lastOpinionAnswer')
    expect(refusalOf(world.run('answerOpinion', { opinion: 'f1', text: '再答' }))).toBe('P3b opinionAnswered')
    world.opinionIsFeedback = false
    world.done('answerOpinion', { opinion: 'o1', text: '采纳' })
    expect(world.state).toMatchObject({
      opinionsAnswered: 1,
      feedbackAnswered: 2,
      lastOpinionAnswer: world.now,
    })
    expect(world.events.map(({ data }) => 'feedback' in data)).toEqual([false, false, false, false, true, true, false])
    world.opinionExists = false
    expect(world.run('answerOpinion', { opinion: 'o9', text: '谢谢' })).toMatchObject({
      refusal: { clause: 'P3b', code: 'opinionUnknown', field: 'opinion' },
    })
  })

  it('P3b: an opinion that nobody left is not answered', () => {
    const { state } = new World().notified()
    const command = { type: 'answerOpinion', body: { opinion: 'o9', text: '谢谢' } } as const
    const context = { now: '2026-03-01T08:00:00.000Z', actor: officer, parameters: defaultParameters }
    expect(refusalOf(decide(state, command, context))).toBe('P3b opinionUnknown')
    expect(refusalOf(decide(state, command, { ...context, opinionExists: false }))).toBe('P3b opinionUnknown')
    expect(refusalOf(decide(state, command, { ...context, opinionExists: true }))).toBe('accepted')
  })
})
