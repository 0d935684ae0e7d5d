import { beforeEach, describe, expect, it } from 'vitest'
import { noticeAt, officer, system, World } from '../../test/world.ts'
import { type CommandBody, type Duty, dutiesOf, postingTasks } from '../index.ts'

const calendar = { addWorkdays: (day: string, count: number) => `${day}+${count}` }
const photo = '01KB2T9M4Z6V8Q0W3Y5R7N1C2D'
let world: World

beforeEach(() => {
  world = new World().listed()
  world.done('issueNotice', { ...noticeAt(world.now), channels: ['sms', 'board', 'wechat', 'screen', 'door'] })
})

type Body = Partial<CommandBody<'recordPosting'>>

const body = (change: Body = {}) => ({
  of: 'notice',
  channel: 'board',
  postedAt: world.now,
  poster: '网格员',
  place: '村口公告栏',
  photo,
  ...change,
})

function outcomeOf(change: Body = {}): string {
  const decision = world.run('recordPosting', body(change))
  return decision.kind === 'accepted'
    ? 'accepted'
    : `${decision.refusal.clause} ${decision.refusal.code} ${decision.refusal.field ?? ''}`.trim()
}

const report = (change: Partial<CommandBody<'reportPosting'>> = {}) =>
  world.run(
    'reportPosting',
    { of: 'notice', number: 1, channel: 'wechat', result: 'posted', place: '紫金街道公众号', ...change },
    system,
  )

const duties = (): Duty[] =>
  dutiesOf(world.state, { untold: 0, opinions: 0 }, calendar).filter(({ id }) => id.startsWith('post-'))

describe('what is put up', () => {
  it('P3a: is owed for each board and account that was chosen, by the day of the meeting, until it hangs', () => {
    const due = world.state.notices[0]?.meeting.at.slice(0, 10)
    expect(duties()).toMatchObject([
      { id: 'post-notice-1-board', kind: 'post', channel: 'board', due },
      { id: 'post-notice-1-wechat', kind: 'post', channel: 'wechat', due },
    ])
    expect(outcomeOf()).toBe('accepted')
    expect(duties().map(({ id, doneOn }) => [id, doneOn])).toEqual([
      ['post-notice-1-board', '2026-03-01'],
      ['post-notice-1-wechat', undefined],
    ])
  })

  it('P3a: is recorded with who, when, where and the photo, by whoever acted', () => {
    expect(outcomeOf({ note: '小雨' })).toBe('accepted')
    expect(world.state.postings).toEqual([
      {
        ...body({ note: '小雨' }),
        number: 1,
        at: world.now,
        by: officer,
      },
    ])
  })

  it('P3a: is believed with a photo, or with the reason why there is none', () => {
    expect(outcomeOf({ photo: undefined })).toBe('P3a photoMissing photo')
    expect(outcomeOf({ photo: undefined, note: '手机坏了' })).toBe('accepted')
    world.photoExists = false
    expect(outcomeOf({ photo: undefined, note: '又坏了' })).toBe('accepted')
    const telling = { seats: [1], channel: 'door', toldAt: world.now, teller: '网格员' }
    expect(world.run('recordTelling', telling)).toMatchObject({ kind: 'accepted' })
    world.photoExists = true
    expect(world.run('recordTelling', { ...telling, photo })).toMatchObject({ kind: 'accepted' })
    world.photoExists = false
    expect(outcomeOf()).toBe('P3a photoUnknown photo')
    expect(
      world.run('recordTelling', { seats: [1], channel: 'door', toldAt: world.now, teller: '网格员', photo }),
    ).toMatchObject({ kind: 'refused', refusal: { clause: 'P3a', code: 'photoUnknown', field: 'photo' } })
  })

  it('P3a: was not put up in the future, nor on a channel that nobody chose, nor before there is a notice', () => {
    expect(outcomeOf({ postedAt: '2026-03-01T08:00:00.001Z' })).toBe('P3a postedInFuture postedAt')
    expect(outcomeOf({ channel: 'gallery' })).toBe('P3a channelNotChosen channel')
    world = new World().listed()
    expect(outcomeOf()).toBe('P3a noNotice')
    expect(postingTasks(world.state)).toEqual([])
  })

  it('P3a: of several notices the last one is owed; what hung first counts', () => {
    world.done('issueNotice', { ...noticeAt(world.now), channels: ['gallery', 'board'] })
    expect(duties().map(({ id }) => id)).toEqual(['post-notice-2-board', 'post-notice-2-gallery'])
    expect(outcomeOf({ postedAt: '2026-03-01T07:30:00.000Z' })).toBe('accepted')
    expect(outcomeOf({ postedAt: '2026-03-01T07:00:00.000Z' })).toBe('accepted')
    expect(world.state.postings.map(({ number }) => number)).toEqual([2, 2])
    expect(postingTasks(world.state)[0]).toMatchObject({ number: 2, postedAt: '2026-03-01T07:00:00.000Z' })
  })

  it('P3a: the system says what it posted, once; where it could not, somebody still owes it', () => {
    expect(report({ result: 'failed', note: '未接入' })).toMatchObject({ kind: 'accepted' })
    expect(world.state.postings[0]).toMatchObject({ channel: 'wechat', failed: true, note: '未接入', poster: '系统' })
    expect(duties()[1]).not.toHaveProperty('doneOn')
    expect(report()).toMatchObject({ kind: 'accepted' })
    expect(world.state.postings[1]).not.toHaveProperty('failed')
    expect(duties()[1]).toMatchObject({ doneOn: '2026-03-01' })
    expect(report()).toMatchObject({ kind: 'refused', refusal: { clause: 'P3a', code: 'postedAlready' } })
    expect(report({ number: 2 })).toMatchObject({ kind: 'refused', refusal: { code: 'noNotice' } })
    expect(report({ channel: 'board' })).toMatchObject({ kind: 'accepted' })
    expect(
      world.run('reportPosting', { of: 'notice', number: 1, channel: 'board', result: 'posted', place: '村口' }),
    ).toMatchObject({ kind: 'refused', refusal: { kind: 'forbidden', code: 'roleMayNot' } })
  })

  it('P8: an outcome is put up like a notice, every publication of its own', () => {
    expect(outcomeOf({ of: 'outcome' })).toBe('P8 notPublished')
    world = new World().filed()
    world.done('publishOutcome', { channels: ['website', 'blackboard', 'board'], text: '通过' })
    expect(duties()).toMatchObject([
      { id: 'post-outcome-1-board', kind: 'postOutcome', due: '2026-03-01+5' },
      { id: 'post-outcome-1-blackboard', kind: 'postOutcome', channel: 'blackboard' },
    ])
    expect(outcomeOf({ of: 'outcome', channel: 'gallery' })).toBe('P8 channelNotChosen channel')
    expect(outcomeOf({ of: 'outcome', channel: 'blackboard' })).toBe('accepted')
    expect(outcomeOf({ of: 'outcome', photo: undefined })).toBe('P8 photoMissing photo')
    expect(duties().map(({ doneOn }) => doneOn)).toEqual([undefined, '2026-03-01'])
    expect(postingTasks(world.state)[0]).not.toHaveProperty('postedAt')
  })

  it('P8: what hangs of a notice hangs of no outcome, and what hangs of one outcome of no other', () => {
    world = new World().on(2).listed()
    world.done('issueNotice', { ...noticeAt(world.now), channels: ['board'] })
    expect(outcomeOf()).toBe('accepted')
    const posting = world.state.postings
    const publication = {
      at: world.now,
      by: { sub: '', name: '' },
      channels: ['board' as const],
      from: '',
      until: '',
      text: '',
    }
    const tasks = (of: 'notice' | 'outcome') =>
      postingTasks({
        ...world.state,
        publications: [publication, publication],
        postings: posting.map((one) => ({ ...one, of })),
      }).map((task) => `${task.of} ${task.number} ${task.postedAt !== undefined}`)
    const { notices } = world.state
    const again = postingTasks({ ...world.state, notices: [...notices, ...notices], publications: [publication] })
    expect(again.map(({ of, number }) => `${of} ${number}`)).toEqual(['notice 2', 'outcome 1'])
    expect(tasks('notice')).toEqual(['notice 1 true', 'outcome 1 false', 'outcome 2 false'])
    expect(tasks('outcome')).toEqual(['notice 1 false', 'outcome 1 true', 'outcome 2 false'])
  })
})
