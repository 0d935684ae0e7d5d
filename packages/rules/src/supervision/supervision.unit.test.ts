import { describe, expect, it } from 'vitest'
import { refusalOf, supervisor, World } from '../../test/world.ts'

describe('supervision', () => {
  it('P10a: reports go to the supervision committee, whose remarks are kept', () => {
    const world = new World().filed()
    world.done('reportToSupervisors', { text: '已完成一半' })
    world.done('remark', { text: '注意安全' }, supervisor)
    expect(refusalOf(world.run('remark', { text: '我来说' }))).toBe('P10a roleMayNot')
    expect(world.state.supervision).toMatchObject([
      { kind: 'report', text: '已完成一半', by: { name: '陈主任' } },
      { kind: 'remark', text: '注意安全', by: { name: '监委会主任' } },
    ])
    expect(refusalOf(new World().ready().run('reportToSupervisors', { text: '早' }))).toBe('P10a notFiled')
  })

  it('P10b: an own group may be named once the topic is registered', () => {
    const world = new World()
    world.propose()
    const name = () => refusalOf(world.run('nameSupervisors', { members: ['王五', '赵六', '王五'] }))
    expect(name()).toBe('P10b topicNotRegistered')
    world.done('registerTopic', { party: '书记', committee: '主任' })
    expect(name()).toBe('accepted')
    expect(world.state.supervisors).toEqual(['王五', '赵六'])
  })

  it('P10c: progress, problems and impact are published', () => {
    const bulletin = { progress: '完成八成', problems: '雨天停工', impact: '工期延后一周' }
    expect(refusalOf(new World().filed().run('publishProgress', bulletin))).toBe('P10c notPublished')
    const world = new World().published()
    world.done('publishProgress', bulletin)
    expect(world.state.bulletins).toMatchObject([bulletin])
  })
})
