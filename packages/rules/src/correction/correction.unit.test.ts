import { describe, expect, it } from 'vitest'
import { refusalOf, township, World } from '../../test/world.ts'

const task = { title: '翻修屋顶', kind: 'own', responsible: '村委会', dueOn: '2026-04-01', items: [1] }
const correction = { ground: '土地管理法第四十四条', text: '先办理审批' }

describe('correction by the township', () => {
  it('P9g: it suspends an outcome, and village officers can neither undo that nor go on', () => {
    const world = new World().filed()
    expect(refusalOf(world.run('suspendOutcome', correction))).toBe('P9g roleMayNot')
    expect(refusalOf(new World().ready().run('suspendOutcome', correction, township))).toBe('P9g notFiled')
    world.done('suspendOutcome', correction, township)
    expect(refusalOf(world.run('suspendOutcome', correction, township))).toBe('P9g alreadySuspended')
    expect(refusalOf(world.run('publishOutcome', { channels: ['website'], text: '公示' }))).toBe('P9g suspended')
    expect(refusalOf(world.run('liftSuspension', correction))).toBe('P9g roleMayNot')
    expect(refusalOf(world.run('addTask', task))).toBe('P9g suspended')
    world.done('liftSuspension', correction, township)
    expect(refusalOf(world.run('liftSuspension', correction, township))).toBe('P9g notSuspended')
    expect(refusalOf(world.run('addTask', task))).toBe('accepted')
  })

  it('P9g: a corrected outcome is published anew before the case closes', () => {
    const world = new World().published()
    expect(refusalOf(world.run('publishOutcome', { channels: ['website'], text: '公示' }))).toBe('P8 alreadyPublished')
    world.on(5).done('correctOutcome', correction, township)
    expect(refusalOf(world.run('closeCase', { summary: '完' }))).toBe('P8 notPublished')
    world.on(6).done('publishOutcome', { channels: ['website'], text: '更正公示' })
    expect(world.state.publications).toHaveLength(2)
    world.settled()
    expect(refusalOf(world.run('closeCase', { summary: '完' }))).toBe('accepted')
  })
})
