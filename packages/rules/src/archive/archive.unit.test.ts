import { describe, expect, it } from 'vitest'
import { refusalOf, secondOfficer, supervisor, township, World } from '../../test/world.ts'
import { openDuties } from '../deciding.ts'
import { refusalText } from '../sentences.ts'

const task = { title: '翻修屋顶', kind: 'own', responsible: '村委会', dueOn: '2026-04-01', items: [1] }
const correction = { ground: '土地管理法第四十四条', text: '先办理审批' }

describe('the archive', () => {
  it('P11b: is told in sentences that name what they mean', () => {
    const world = new World()
    world.propose({ matter: 'M2.4' })
    const said = (on: World) => openDuties(on.state, on).map((duty) => refusalText(duty, 'zh'))
    expect(said(world)).toEqual([
      '请先备案协商成果。',
      '请先公示协商成果。',
      '重大事项须先完成五议两公开，下一步是“党员群众建议”。',
      '请先向村（居）务监督委员会报告至少一次。',
    ])
    expect(said(new World().published())).toEqual([
      '第1条通过了，请安排落实事项，或者写明为什么不需要落实。',
      '请先向村（居）务监督委员会报告至少一次。',
      '公示期到2026-03-08，期满之后才能办结。',
    ])
    expect(said(new World().published().settled())).toEqual([])
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
    expect(close()).toBe('P10a supervisionMissing')
    world.done('reportToSupervisors', { text: '已经落实' })
    expect(close()).toBe('P8 publicationRunning')
    world.now = '2026-03-08T07:59:59.999Z'
    expect(close()).toBe('P8 publicationRunning')
    world.now = '2026-03-08T08:00:00.000Z'
    world.unanswered = { opinions: 1, feedback: 1 }
    expect(close()).toBe('P3b opinionsOpen')
    world.unanswered = { opinions: 0, feedback: 1 }
    expect(close()).toBe('P11a feedbackOpen')
    world.unanswered = { opinions: 0, feedback: 0 }
    expect(close()).toBe('accepted')
    expect(world.state).toMatchObject({ step: 'closed', closed: { summary: '全部落实', end: 'done' } })
    expect(refusalOf(world.run('addTask', task))).toBe('P11b caseClosed')
    expect(refusalOf(world.run('remark', { text: '很好' }, supervisor))).toBe('accepted')
  })

  it('E1: a matter is withdrawn with a reason before it is voted on, and whoever was told of it hears so', () => {
    const end = (world: World, body: object, who = world.officer) =>
      refusalOf(world.run('endCase', { end: 'withdrawn', reason: '项目取消', ...body }, who))
    const early = new World().listed()
    expect(end(early, {})).toBe('accepted')
    expect(early.state).toMatchObject({ step: 'closed', closed: { end: 'withdrawn', summary: '项目取消' } })
    expect(early.events.at(-1)?.data).not.toHaveProperty('announced')
    expect(refusalOf(early.run('chooseForms', { forms: ['meeting'] }))).toBe('P11b caseClosed')
    const told = new World().ready()
    told.unanswered = { opinions: 1, feedback: 0 }
    expect(end(told, {})).toBe('P3b opinionsOpen')
    told.unanswered = { opinions: 0, feedback: 0 }
    expect(end(told, {}, supervisor)).toBe('E1 roleMayNot')
    expect(end(told, { end: 'cancelled' })).toBe('accepted')
    expect(told.events.at(-1)?.data).toHaveProperty('announced', true)
    expect(refusalOf(told.run('promoteModel', { reason: '可复制' }, township))).toBe('P11b notDone')
  })

  it('E1: what was voted on is not the village’s to take away: not while it is counted, not after, not by another word', () => {
    const world = new World().ready().sitting(6)
    const end = (kind: string, who = world.officer) =>
      refusalOf(world.run('endCase', { end: kind, reason: '结果不合意' }, who))
    world.done('openRound', { method: 'hands', items: [1] })
    expect(end('withdrawn')).toBe('E1 roundOpen')
    const counts = [{ item: 1, yes: 1, no: 5, abstain: 0 }]
    world.done('enterHands', { round: 1, counts })
    world.done('confirmHands', { round: 1, counts }, secondOfficer)
    expect(end('cancelled')).toBe('E1 sessionOpen')
    world.done('closeSession', { session: 1 })
    expect(end('withdrawn')).toBe('E1 votedAlready')
    expect(end('cancelled', secondOfficer)).toBe('E1 votedAlready')
    expect(end('withdrawn', township)).toBe('E1 votedNotWithdrawn')
    world.done('recordDissent', { item: 1, words: '太贵', name: '李大妈' })
    expect(end('cancelled', township)).toBe('P9f dissentOpen')
    world.done('explainDissent', { dissent: 1, text: '已说明' })
    expect(end('cancelled', township)).toBe('accepted')
  })

  it('E1: a case in which nothing passed ends as rejected, one that failed in part only when that is settled', () => {
    const publish = (world: World) => {
      world.done('answerFiling', { body: 0, result: 'acknowledged' }, township)
      return world.done('publishOutcome', { channels: ['website'], text: '公示' })
    }
    const none = new World().filed(1, [1])
    publish(none)
    expect(none.archived().state.closed?.end).toBe('rejected')
    const part = new World().filed(2, [2])
    publish(part)
    part.settled()
    const close = () => refusalOf(part.run('closeCase', { summary: '完' }))
    expect(close()).toBe('P9d itemUnsettled')
    part.done('withdrawItem', { item: 2, reason: '另行研究' })
    expect(refusalOf(part.run('withdrawItem', { item: 2, reason: '又' }))).toBe('P5b itemWithdrawn')
    expect(part.state.items[1]).toMatchObject({ status: 'failed', withdrawn: { reason: '另行研究' } })
    expect(close()).toBe('accepted')
    expect(part.state.closed?.end).toBe('done')
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
