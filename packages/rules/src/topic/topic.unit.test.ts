import { describe, expect, it } from 'vitest'
import { refusalOf, village, World } from '../../test/world.ts'

const topicOf = (world: World) => {
  const { catalogueVersion: _version, asFiled: _filed, ...topic } = world.state.topic
  return { division: village, ...topic }
}

describe('proposing', () => {
  it('P1a: a topic of public interest comes from the party organisation or the committee, else by a reason', () => {
    const proposers = [{ kind: 'residents', name: '王大爷等五户' }] as const
    expect(refusalOf(new World().propose({ proposers: [...proposers] }))).toBe('P1a proposerNeedsReason')
    const world = new World()
    world.propose({ proposers: [...proposers], exception: '村委会换届期间' })
    expect(world.state.exceptions).toMatchObject([{ clause: 'P1a', reason: '村委会换届期间' }])
    expect(refusalOf(new World().propose({ proposers: [...proposers], publicInterest: false }))).toBe('accepted')
  })

  it('P1b: several may propose together', () => {
    const world = new World()
    world.propose({
      proposers: [
        { kind: 'residents', name: '王大爷' },
        { kind: 'partyOrganisation', name: '党支部' },
      ],
    })
    expect(world.state.topic.proposers).toHaveLength(2)
    expect(world.state.exceptions).toEqual([])
  })

  it('M6: the matter is of the catalogue, whose version is kept', () => {
    expect(refusalOf(new World().propose({ matter: 'M9.9' }))).toBe('M6 matterUnknown')
    const world = new World()
    world.propose()
    expect(world.state.topic.catalogueVersion).not.toBe('')
  })

  it('P1b: it is registered, or returned with a reason and comes back', () => {
    const world = new World()
    world.propose()
    world.done('returnTopic', { reason: '请写清范围' })
    expect(world.state).toMatchObject({ step: 'returned', returned: { reason: '请写清范围' } })
    expect(refusalOf(world.run('registerTopic', { party: '书记', committee: '主任' }))).toBe('P1b notProposed')
    const { division: _division, ...fields } = { ...topicOf(world), title: '文化礼堂屋顶修缮' }
    world.done('resubmitTopic', fields)
    world.done('registerTopic', { party: '书记', committee: '主任' })
    expect(world.state).toMatchObject({ step: 'registered', topic: { title: '文化礼堂屋顶修缮' } })
    expect(refusalOf(world.run('returnTopic', { reason: '晚了' }))).toBe('P1b notProposed')
    expect(refusalOf(world.run('resubmitTopic', fields))).toBe('P1b notReturned')
  })
})
