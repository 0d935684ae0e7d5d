import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusalOf, World } from '../../test/world.ts'
import { assemblyNeeds, openDuties } from '../deciding.ts'
import { defaultMajorSteps, type Refusal } from '../index.ts'

function refusedBy(decision: ReturnType<World['run']>): Refusal {
  if (decision.kind === 'accepted') throw new Error('It was accepted')
  return decision.refusal
}

describe('handing to the assembly', () => {
  it('P9d: only the escalation that is meant has its vote, each item by its own', () => {
    const world = new World().ready(6, 12).sitting(6)
    const escalate = (items: number[]) => world.done('escalate', { to: 'representatives', items, reason: '争议' })
    escalate([12, 2, 2])
    escalate([3])
    expect(world.state.escalations.map(({ items }) => items)).toEqual([[2, 12], [3]])
    const line = (item: number, yes: number) => ({ item, yes, no: 0, abstain: 0 })
    const votes = [line(12, 20), line(2, 3)]
    world.done('recordAssembly', { escalation: 1, heldOn: '2026-03-01', members: 30, attended: 30, votes })
    expect(world.state.escalations.map(({ vote }) => vote !== undefined)).toEqual([true, false])
    const of = (item: number) => world.state.items.find((one) => one.item === item)?.status
    expect([of(1), of(2), of(3), of(12)]).toEqual(['open', 'failed', 'open', 'passed'])
    expect(world.state.step).toBe('deliberating')
    expect(refusalOf(world.run('escalate', { to: 'representatives', items: [2], reason: '再议' }))).toBe('accepted')
    expect(refusalOf(world.run('escalate', { to: 'representatives', items: [4, 3], reason: '再议' }))).toBe(
      'P9d alreadyEscalated',
    )
  })

  it('P9d: nothing is handed on while it is voted, or once the record is filed', () => {
    const world = new World().ready(6, 2)
    world.done('openRound', { method: 'online', items: [1] })
    const escalate = (items: number[], on = world) =>
      refusalOf(on.run('escalate', { to: 'representatives', items, reason: '争议' }))
    expect(escalate([1])).toBe('P9d itemUnderVote')
    expect(escalate([2])).toBe('accepted')
    expect(escalate([1], new World().filed())).toBe('P9d alreadyFiled')
  })

  it('P9d, P12: everybody may come, and everybody may be in favour', () => {
    const world = new World().ready().sitting(6)
    world.hands([{ item: 1, yes: 1, no: 5, abstain: 0 }])
    world.done('escalate', { to: 'households', items: [1], reason: '争议' })
    const votes = [{ item: 1, yes: 12, no: 0, abstain: 0 }]
    world.done('recordAssembly', { escalation: 1, heldOn: '2026-03-01', members: 12, attended: 12, votes })
    world.done('closeSession', { session: 1 })
    world.done('fileRecord', { bodies: [{ body: 'committee', name: '村委会' }] })
    world.done('markMajor', { reason: '重大' })
    for (const step of defaultMajorSteps)
      world.done('recordMajorStep', {
        step: step.id,
        heldOn: '2026-03-01',
        ...(step.quorum !== undefined && { vote: { members: 5, attended: 5, yes: 5 } }),
      })
    const [suggestion] = world.state.majorRecords
    expect(Object.keys(suggestion ?? {})).not.toContain('until')
    expect(openDuties(world.state, world).map(({ clause }) => clause)).not.toContain('P12')
  })

  it('P9d: what is wrong with its vote is named: the item and all the items', () => {
    const world = new World().ready(6, 2).sitting(6)
    const count = (item: number, yes: number) => ({ item, yes, no: 0, abstain: 0 })
    world.hands([1, 2].map((item) => ({ item, yes: 1, no: 5, abstain: 0 })))
    world.done('escalate', { to: 'representatives', items: [1, 2], reason: '争议大' })
    const vote = (...votes: object[]) =>
      refusedBy(world.run('recordAssembly', { escalation: 1, heldOn: '2026-03-01', members: 30, attended: 24, votes }))
    expect(vote(count(1, 20)).params).toEqual({ items: [1, 2] })
    expect(vote(count(1, 20), count(2, 25)).params).toEqual({ item: 2, voters: 24 })
  })
})

describe('handing to the assembly', () => {
  const vote = { escalation: 1, heldOn: '2026-03-01', members: 30, attended: 20 }

  it('P9d: an item that cannot be settled is decided by the assembly under its own quorum', () => {
    const world = new World().ready(6, 2).sitting(6)
    world.hands([
      { item: 1, yes: 6, no: 0, abstain: 0 },
      { item: 2, yes: 1, no: 5, abstain: 0 },
    ])
    world.done('closeSession', { session: 1 })
    const escalate = (items: number[]) =>
      refusalOf(world.run('escalate', { to: 'representatives', items, reason: '争议较大' }))
    expect(escalate([1])).toBe('P9d itemPassed')
    expect(escalate([3])).toBe('P9d itemUnknown')
    expect(escalate([2])).toBe('accepted')
    expect(escalate([2])).toBe('P9d alreadyEscalated')
    expect(refusalOf(world.run('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] }))).toBe(
      'P9d escalationOpen',
    )
    const record = (change: object, votes = [{ item: 2, yes: 11, no: 9, abstain: 0 }]) =>
      refusalOf(world.run('recordAssembly', { ...vote, votes, ...change }))
    expect(record({ escalation: 2 })).toBe('P9d escalationUnknown')
    expect(record({ heldOn: '2026-03-02' })).toBe('P9d heldInFuture')
    expect(record({ attended: 31 })).toBe('P9d moreThanMembers')
    expect(record({}, [{ item: 1, yes: 11, no: 9, abstain: 0 }])).toBe('P9d countsIncomplete')
    expect(record({}, [{ item: 2, yes: 11, no: 9, abstain: 1 }])).toBe('P9d tooManyHands')
    expect(record({})).toBe('accepted')
    expect(record({})).toBe('P9d escalationVoted')
    expect(world.state).toMatchObject({
      step: 'decided',
      items: [{ status: 'passed' }, { status: 'passed' }],
      escalations: [{ vote: { needed: 20, items: [{ result: 'passed' }] } }],
    })
  })

  it('P9d: without its quorum it decides nothing, and a tie fails', () => {
    for (const [attended, yes, status] of [
      [19, 19, 'failed'],
      [20, 10, 'failed'],
      [20, 11, 'passed'],
    ] as const) {
      const world = new World().ready().sitting(6)
      world.hands([{ item: 1, yes: 1, no: 5, abstain: 0 }])
      world.done('escalate', { to: 'representatives', items: [1], reason: '争议较大' })
      world.done('recordAssembly', { ...vote, attended, votes: [{ item: 1, yes, no: attended - yes, abstain: 0 }] })
      expect(world.state.items[0]?.status).toBe(status)
      expect(world.state.escalations[0]?.vote?.items[0]?.result).toBe(attended === 19 ? 'noQuorum' : status)
    }
  })

  it('P9d: two thirds are reached by exactly two thirds, more than half only by one more than half', () => {
    expect(
      ['villageAssembly', 'residentsAssembly'].map((kind) => assemblyNeeds(kind as 'villageAssembly', 10)),
    ).toEqual([6, 6])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (members) => {
        const half = assemblyNeeds('villageAssembly', members)
        expect(half * 2 > members && (half - 1) * 2 <= members).toBe(true)
        const twoThirds = assemblyNeeds('households', members)
        expect(twoThirds * 3 >= members * 2 && (twoThirds - 1) * 3 < members * 2).toBe(true)
      }),
    )
  })
})
