import { describe, expect, it } from 'vitest'
import { refusalOf, World } from '../../test/world.ts'

const task = { title: '翻修', kind: 'own', responsible: '村委会', dueOn: '2026-04-01', items: [1] }

describe('carrying out', () => {
  it('P9a: only the task that is meant goes on', () => {
    const world = new World().filed(12)
    world.done('addTask', { ...task, items: [10, 2, 2] })
    world.done('addTask', task)
    expect(world.state.tasks.map(({ items }) => items)).toEqual([[2, 10], [1]])
    world.done('reportProgress', { task: 2, text: '完工', done: true })
    world.done('urgeTask', { task: 1, text: '请快' })
    expect(world.state.tasks.map(({ doneAt, urged }) => [doneAt !== undefined, urged.length])).toEqual([
      [false, 1],
      [true, 0],
    ])
    expect(refusalOf(world.run('urgeTask', { task: 2, text: '请快' }))).toBe('P9a taskDone')
  })
})

describe('carrying out', () => {
  const task = { title: '翻修屋顶', kind: 'own', responsible: '村委会', dueOn: '2026-04-01', items: [1] }

  it('P9a: a task has a body in charge and a day, and carries out what passed, never before the record is filed', () => {
    const before = new World().ready().sitting(6)
    expect(refusalOf(before.run('addTask', task))).toBe('P9a notFiled')
    const world = new World().filed(2, [2])
    const add = (change: object) => refusalOf(world.run('addTask', { ...task, ...change }))
    expect(add({ items: [2] })).toBe('P9a itemNotPassed')
    expect(add({ items: [3] })).toBe('P9a itemUnknown')
    expect(add({ dueOn: '2026-02-28' })).toBe('P9a dueInPast')
    expect(add({})).toBe('accepted')
    expect(world.state).toMatchObject({ step: 'carryingOut', tasks: [{ ...task, task: 1 }] })
  })

  it('P9a: today is a day in Asia/Shanghai', () => {
    const world = new World().filed()
    world.now = '2026-03-31T16:00:00.000Z'
    expect(refusalOf(world.run('addTask', { ...task, dueOn: '2026-03-31' }))).toBe('P9a dueInPast')
    expect(refusalOf(world.run('addTask', { ...task, dueOn: '2026-04-01' }))).toBe('accepted')
  })

  it('P9a: progress is reported until it is done', () => {
    const world = new World().filed()
    world.done('addTask', task)
    world.done('reportProgress', { task: 1, text: '已进场', done: false })
    world.done('reportProgress', { task: 1, text: '已完工', done: true })
    expect(world.state.tasks[0]).toMatchObject({
      progress: [{ text: '已进场' }, { text: '已完工' }],
      doneAt: world.now,
    })
    expect(refusalOf(world.run('reportProgress', { task: 1, text: '又', done: false }))).toBe('P9a taskDone')
    expect(refusalOf(world.run('reportProgress', { task: 2, text: '又', done: false }))).toBe('P9a taskUnknown')
  })

  it('P9b: an outside body is urged, and each reminder is kept with who and when', () => {
    const world = new World().filed()
    world.done('addTask', { ...task, kind: 'outside', responsible: '供电公司' })
    world.done('urgeTask', { task: 1, text: '请于月底前迁移电杆' })
    expect(world.state.tasks[0]?.urged).toMatchObject([{ text: '请于月底前迁移电杆', by: { name: '陈主任' } }])
  })
})
