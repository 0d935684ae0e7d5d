import { describe, expect, it } from 'vitest'
import { refusalOf, secondOfficer, usualSeats, World } from '../../test/world.ts'
import type { Refusal } from '../index.ts'

function refusedBy(decision: ReturnType<World['run']>): Refusal {
  if (decision.kind === 'accepted') throw new Error('It was accepted')
  return decision.refusal
}

describe('a count of hands', () => {
  it('P6a: is the same in whatever order the items come', () => {
    const world = new World().ready(6, 11).sitting([1, 2, 3, 4, 5])
    const line = (item: number, yes: number) => ({ item, yes, no: 5 - yes, abstain: 0 })
    world.done('openRound', { method: 'hands', items: [11, 2, 10] })
    world.done('enterHands', { round: 1, counts: [line(10, 3), line(2, 5), line(11, 0)] })
    world.done('confirmHands', { round: 1, counts: [line(11, 0), line(10, 3), line(2, 5)] }, secondOfficer)
    expect(world.state.rounds[0]?.tally?.items.map(({ item, result }) => [item, result])).toEqual([
      [2, 'passed'],
      [10, 'passed'],
      [11, 'failed'],
    ])
  })

  it('P6a: counts no more hands than there are voters, who are the voting seats present', () => {
    const world = new World().ready(7, 1, [...usualSeats(6), { person: 'p9', category: 'scholar', class: 'expert' }])
    world.sitting([1, 2, 3, 4, 7])
    world.done('openRound', { method: 'hands', items: [1] })
    const enter = (yes: number, abstain: number) =>
      refusalOf(world.run('enterHands', { round: 1, counts: [{ item: 1, yes, no: 1, abstain }] }))
    expect(enter(2, 1)).toBe('accepted')
    expect(enter(3, 1)).toBe('P6a tooManyHands')
    expect(enter(2, 2)).toBe('P6a tooManyHands')
  })

  it('P6a: belongs to a round of hands that is open', () => {
    const world = new World().ready()
    world.done('openRound', { method: 'online', items: [1] })
    const counts = [{ item: 1, yes: 1, no: 0, abstain: 0 }]
    expect(refusalOf(world.run('enterHands', { round: 1, counts }))).toBe('P6a notHands')
    expect(refusalOf(world.run('confirmHands', { round: 1, counts }))).toBe('P6a notHands')
    const done = new World().ready().sitting(6)
    done.hands(counts)
    expect(refusalOf(done.run('enterHands', { round: 1, counts }))).toBe('P6a roundClosed')
    expect(refusalOf(done.run('closeRound', { round: 1 }))).toBe('P6a roundClosed')
  })

  it('P6a: what is wrong with a count is named: the item and all the items', () => {
    const world = new World().ready(6, 2).sitting(6)
    world.done('openRound', { method: 'hands', items: [1, 2] })
    const count = (item: number, yes: number) => ({ item, yes, no: 0, abstain: 0 })
    const enter = (...counts: object[]) => refusedBy(world.run('enterHands', { round: 1, counts }))
    expect(enter(count(1, 1)).params).toEqual({ items: [1, 2] })
    expect(enter(count(1, 1), count(2, 7)).params).toEqual({ item: 2, voters: 6 })
  })
})
