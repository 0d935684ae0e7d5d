import { describe, expect, it } from 'vitest'
import { aspects, refusalOf, World } from '../../test/world.ts'
import { commands } from '../deciding.ts'

describe('deliberating', () => {
  it('P4: one or more forms, changeable until the record is filed', () => {
    const world = new World().listed()
    world.done('chooseForms', { forms: ['meeting', 'online', 'meeting'] })
    expect(world.state.forms).toEqual(['meeting', 'online'])
    world.done('chooseForms', { forms: ['hearing'] })
    expect(world.state.forms).toEqual(['hearing'])
    expect(commands.chooseForms.schema.safeParse({ forms: [] }).success).toBe(false)
  })

  it('P5a: an item has six aspects, of which the problem and its solution are needed', () => {
    const parse = (change: object) =>
      commands.addItem.schema.safeParse({ title: '一', aspects: { ...aspects, ...change } })
    expect(parse({}).success).toBe(true)
    expect(parse({ problem: '' }).success).toBe(false)
    expect(parse({ solution: ' ' }).success).toBe(false)
  })

  it('P5a: what is said on an item is kept in its session', () => {
    const world = new World().ready().sitting(6)
    world.done('recordDiscussion', { session: 1, item: 1, text: '先修主梁' })
    expect(world.state.items[0]?.discussions).toMatchObject([{ session: 1, text: '先修主梁' }])
    const say = (body: object) => refusalOf(world.run('recordDiscussion', { session: 1, item: 1, text: '……', ...body }))
    expect(say({ session: 2 })).toBe('P5a sessionUnknown')
    expect(say({ item: 2 })).toBe('P5a itemUnknown')
  })

  it('P5b: a failed item is revised and comes up again; a passed one is not touched', () => {
    const world = new World().ready(6, 2).sitting(6)
    world.hands([
      { item: 1, yes: 6, no: 0, abstain: 0 },
      { item: 2, yes: 3, no: 3, abstain: 0 },
    ])
    const revise = (item: number) => refusalOf(world.run('reviseItem', { item, title: '改', aspects }))
    expect(revise(1)).toBe('P5b itemPassed')
    expect(revise(3)).toBe('P5b itemUnknown')
    expect(revise(2)).toBe('accepted')
    expect(world.state).toMatchObject({ step: 'deliberating', items: [{ status: 'passed' }, { status: 'open' }] })
    world.done('openRound', { method: 'hands', items: [2] })
    expect(revise(2)).toBe('P5b itemUnderVote')
  })

  it('P5b: an item that is revised before anybody sat leaves the consultation where it is', () => {
    const world = new World().notified()
    world.done('addItem', { title: '一条', aspects })
    world.done('reviseItem', { item: 1, title: '改一条', aspects })
    expect(world.state.step).toBe('notified')
  })
})
