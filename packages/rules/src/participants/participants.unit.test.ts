import { describe, expect, it } from 'vitest'
import { basis, officer, refusalOf, type Seat, usualSeats, World } from '../../test/world.ts'
import { commands, decide } from '../deciding.ts'
import { keysOf } from '../index.ts'

describe('fixing the participants', () => {
  const fix = (seats: readonly Seat[], exception?: string) => {
    const world = new World()
    world.propose()
    world.done('registerTopic', { party: '书记', committee: '主任' })
    const decision = world.run('fixParticipants', { basis, seats, ...(exception !== undefined && { exception }) })
    return { world, refusal: refusalOf(decision), decision }
  }
  const without = (className: string) => usualSeats(8).filter((seat) => seat.class !== className)

  it.each([
    ['S1 partyMissing', without('partyOrganisation')],
    ['S1 committeeMissing', without('committee')],
    ['S1 residentsMissing', without('localResident')],
    ['S1 residentsNotMajority', usualSeats(4)],
  ])('%s, else by a recorded reason', (refusal, seats) => {
    expect(fix(seats).refusal).toBe(refusal)
    const { world, refusal: second } = fix(seats, '本次协商仅涉及该楼栋')
    expect(second).toBe('accepted')
    expect(world.state.exceptions).toMatchObject([{ clause: 'S1', reason: '本次协商仅涉及该楼栋' }])
  })

  it('S1: residents are more than half: 3 of 5, not 2 of 4', () => {
    expect(fix(usualSeats(5)).refusal).toBe('accepted')
    expect(fix(usualSeats(4)).refusal).toBe('S1 residentsNotMajority')
  })

  it('P2a: the basis names all four factors', () => {
    const parse = (incomplete: object) =>
      commands.fixParticipants.schema.safeParse({ basis: incomplete, seats: usualSeats(5) })
    expect(parse(basis).success).toBe(true)
    for (const factor of keysOf(basis)) expect(parse({ ...basis, [factor]: ' ' }).success, factor).toBe(false)
  })

  it('P2a: who is on another village’s register is not listed, and not named', () => {
    const outsider: Seat = { person: 'outsider', category: 'migrant', class: 'migrantResident' }
    for (const seats of [
      [...usualSeats(5), outsider],
      [...usualSeats(5), outsider, outsider],
      [...usualSeats(5), { ...outsider, class: 'expert' as const, votes: true }],
    ]) {
      const { refusal, decision } = fix(seats)
      expect(refusal).toBe('P2a personElsewhere')
      expect(decision).toMatchObject({ refusal: { field: 'seats.5.person' } })
      expect(JSON.stringify(decision)).not.toContain('外村人')
    }
    const reasoned = { basis, seats: [...usualSeats(5), { ...outsider, outsiderReason: '承包' }] }
    expect(commands.fixParticipants.schema.safeParse(reasoned).success).toBe(false)
  })

  it('P2a: nobody is on the list twice, and everybody is on the register', () => {
    expect(fix([...usualSeats(5), ...usualSeats(1)]).refusal).toBe('P2a personTwice')
    expect(fix([...usualSeats(5), { person: 'nobody', category: 'resident', class: 'localResident' }])).toMatchObject({
      refusal: 'P2a personUnknown',
      decision: { refusal: { field: 'seats.5.person' } },
    })
  })

  it('P2b: a third party attends without a vote and is no resident', () => {
    const expert: Seat = { person: 'p9', category: 'scholar', class: 'expert' }
    expect(fix([...usualSeats(5), { ...expert, votes: true }]).refusal).toBe('P2b thirdPartyVotes')
    const { world } = fix([...usualSeats(6), expert])
    expect(world.state.list).toMatchObject({ listed: 7, nonVoting: '7', residents: 4 })
  })

  it('S3: the list says how many each of the four groups has', () => {
    const { world } = fix([...usualSeats(6), { person: 'p9', category: 'scholar', class: 'expert' }])
    expect(world.state.list?.composition).toEqual({ representatives: 6, units: 0, professionals: 1, volunteers: 0 })
  })

  it('P2a: nobody is known where no register was asked', () => {
    const world = new World()
    world.propose()
    world.done('registerTopic', { party: '书记', committee: '主任' })
    const body = commands.fixParticipants.schema.parse({ basis, seats: usualSeats(6) })
    const context = { now: world.now, actor: officer, parameters: world.parameters }
    const decision = decide(world.state, { type: 'fixParticipants', body }, context)
    expect(refusalOf(decision)).toBe('P2a personUnknown')
  })

  it('P2a: only once, after registration', () => {
    const world = new World().listed()
    expect(refusalOf(world.run('fixParticipants', { basis, seats: usualSeats(5) }))).toBe('P2a notRegistered')
  })

  it('S1, P2a, P1a: a reason that was not needed is no exception', () => {
    const world = new World()
    world.propose({ exception: '不需要' })
    world.done('registerTopic', { party: '书记', committee: '主任' })
    const [first, ...rest] = usualSeats(6)
    world.done('fixParticipants', {
      basis,
      seats: [first, ...rest],
      exception: '不需要',
    })
    expect(world.state.exceptions).toEqual([])
  })

  it('S3: its composition counts every group', () => {
    const world = new World()
    world.propose()
    world.done('registerTopic', { party: '书记', committee: '主任' })
    const seats = usualSeats(8).map((seat, index) => ({
      ...seat,
      category: (
        [
          'partyMember',
          'resident',
          'resident',
          'enterprise',
          'scholar',
          'institution',
          'volunteer',
          'volunteer',
        ] as const
      )[index],
    }))
    world.done('fixParticipants', { basis, seats })
    expect(world.state.list?.composition).toEqual({ representatives: 3, units: 1, professionals: 2, volunteers: 2 })
  })
})
