import { describe, expect, it } from 'vitest'
import { refusalOf, supervisor, township, World } from '../../test/world.ts'
import { openDuties, refusalText } from '../index.ts'

const task = { title: '翻修屋顶', kind: 'own', responsible: '村委会', dueOn: '2026-04-01', items: [1] }
const correction = { ground: '土地管理法第四十四条', text: '先办理审批' }

describe('the archive', () => {
  it('P11b: is told in sentences that name what they mean', () => {
    const world = new World()
    world.propose({ matter: 'M2.4' })
    const said = (on: World) => openDuties(on.state).map((duty) => refusalText(duty, 'zh'))
    expect(said(world)).toEqual([
      '请先备案协商成果。',
      '请先公示协商成果。',
      '重大事项须先完成五议两公开，下一步是“党员群众建议”。',
    ])
    expect(said(new World().published())).toEqual([])
  })

  it('P11b: a case closes when nothing is owed any more, and is changed by nobody after', () => {
    const world = new World().filed()
    const close = () => refusalOf(world.run('closeCase', { summary: '全部落实' }))
    expect(close()).toBe('P7 filingUnanswered')
    world.done('answerFiling', { body: 0, result: 'acknowledged' }, township)
    expect(close()).toBe('P8 notPublished')
    world.done('publishOutcome', { channels: ['website'], text: '公示' })
    world.done('addTask', task)
    expect(close()).toBe('P9a taskOpen')
    world.done('reportProgress', { task: 1, text: '完工', done: true })
    world.done('reportToCommissioner', { body: '农业农村局', text: '情况' })
    expect(close()).toBe('P9c reportOpen')
    world.done('recordAnswer', { report: 1, result: 'adopted' })
    world.done('suspendOutcome', correction, township)
    expect(refusalOf(world.run('closeCase', { summary: '完' }, township))).toBe('P9g stillSuspended')
    world.done('liftSuspension', correction, township)
    expect(close()).toBe('accepted')
    expect(world.state).toMatchObject({ step: 'closed', closed: { summary: '全部落实' } })
    expect(refusalOf(world.run('addTask', task))).toBe('P11b caseClosed')
    expect(refusalOf(world.run('remark', { text: '很好' }, supervisor))).toBe('accepted')
  })

  it('P11b: an archived case may become a model', () => {
    const world = new World().published()
    expect(refusalOf(world.run('promoteModel', { reason: '可复制' }, township))).toBe('P11b notClosed')
    world.archived()
    expect(refusalOf(world.run('promoteModel', { reason: '可复制' }))).toBe('P11b roleMayNot')
    world.done('promoteModel', { reason: '可复制' }, township)
    expect(refusalOf(world.run('promoteModel', { reason: '可复制' }, township))).toBe('P11b alreadyModel')
  })

  it('P11a: feedback leads to a new consultation that names the old one, which was published', () => {
    const world = new World()
    expect(refusalOf(world.propose({ follows: 'C0' }))).toBe('P11a followedUnknown')
    world.followed = { published: false }
    expect(refusalOf(world.propose({ follows: 'C0' }))).toBe('P11a followedNotPublished')
    world.followed = { published: true }
    world.propose({ follows: 'C0' })
    world.done('returnTopic', { reason: '补充' })
    const { catalogueVersion: _version, asFiled: _filed, follows: _follows, ...fields } = world.state.topic
    world.done('resubmitTopic', fields)
    expect(world.state.topic.follows).toBe('C0')
  })
})
