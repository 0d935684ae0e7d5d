import { describe, expect, it } from 'vitest'
import { refusalOf, township, World } from '../../test/world.ts'
import { openDuties } from '../deciding.ts'
import { owesPublication } from '../index.ts'

describe('publishing', () => {
  const bodies = [{ body: 'township', name: '紫金街道办事处' }]
  const file = (world: World) => refusalOf(world.run('fileRecord', { bodies }))
  const decided = () => {
    const world = new World()
      .ready()
      .sitting(6)
      .hands([{ item: 1, yes: 4, no: 2, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    return world
  }

  it('P8: the result is published on the website at least, for the county’s days', () => {
    const world = decided()
    const publish = (change: object = {}) =>
      refusalOf(world.run('publishOutcome', { channels: ['website', 'board'], text: '结果如下', ...change }))
    expect(publish()).toBe('P8 notFiled')
    file(world)
    expect(publish({ channels: ['board'] })).toBe('P8 websiteMissing')
    expect(publish()).toBe('accepted')
    expect(world.state.publications).toMatchObject([{ from: world.now, until: '2026-03-08T08:00:00.000Z' }])
    expect(publish()).toBe('P8 alreadyPublished')
  })

  it('P8, P9g: what was lifted again needs no new publication', () => {
    const world = new World().published()
    world.on(4).done('suspendOutcome', { ground: '某法', text: '停' }, township)
    world.on(5).done('liftSuspension', { ground: '某法', text: '行' }, township)
    expect(refusalOf(world.run('publishOutcome', { channels: ['website'], text: '又' }))).toBe('P8 alreadyPublished')
    expect(openDuties(world.settled().state, world)).toEqual([])
  })

  it('P8: what was filed anew since it was published is published anew, however often it was filed', () => {
    const world = new World().on(2).published()
    const [filing] = world.state.filings
    const [publication] = world.state.publications
    if (filing === undefined || publication === undefined) throw new Error('It was published')
    const at = (day: number) => `2026-03-0${day}T04:00:00.000Z`
    const owes = (days: readonly number[], published: number) =>
      owesPublication({
        ...world.state,
        filings: days.map((day) => ({ ...filing, at: at(day) })),
        publications: [{ ...publication, at: at(published) }],
      })
    expect(owes([2, 3, 5], 4)).toBe(true)
    expect(owes([2, 3, 5], 6)).toBe(false)
    expect(owes([5], 4)).toBe(true)
  })
})
