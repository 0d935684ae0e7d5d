import { rolesWith } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { commands, decide, evolve, fold, keysOf, type Role } from '../src/index.ts'
import { aspects, basis, noticeAt, officer, refusalOf, type Seat, usualSeats, village, World } from './world.ts'

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

const topicOf = (world: World) => {
  const { catalogueVersion: _version, asFiled: _filed, ...topic } = world.state.topic
  return { division: village, ...topic }
}

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
})

describe('telling everybody', () => {
  const notice = (world: World, change: object = {}) =>
    refusalOf(world.run('issueNotice', { ...noticeAt(world.now), ...change }))

  it.each([
    ['P3b meetingPast', { meeting: { at: '2026-03-01T08:00:00.000Z', place: '礼堂' } }],
    ['P3b opinionsPast', { opinionsUntil: '2026-03-01T08:00:00.000Z' }],
    ['P3b opinionsAfterMeeting', { opinionsUntil: '2026-03-03T08:00:00.001Z' }],
  ])('%s', (refusal, change) => {
    expect(notice(new World().listed(), change)).toBe(refusal)
  })

  it('P3b: a notice carries materials and an opinion period', () => {
    const { materials: _materials, ...without } = noticeAt('2026-03-01T08:00:00.000Z')
    expect(commands.issueNotice.schema.safeParse(without).success).toBe(false)
  })

  it('P3a: goes to a list, and not once the vote has begun', () => {
    const proposed = new World()
    proposed.propose()
    expect(notice(proposed)).toBe('P3a notListed')
    const world = new World().ready()
    world.done('openRound', { method: 'online', items: [1] })
    expect(notice(world)).toBe('P3a voteBegun')
  })

  it('P3a: who was told at the door is recorded with the channel, the time and the teller', () => {
    const world = new World().notified()
    const tell = (change: object) =>
      refusalOf(
        world.run('recordTelling', { seats: [1], channel: 'door', toldAt: world.now, teller: '网格员', ...change }),
      )
    expect(tell({ seats: [7] })).toBe('P3a seatUnknown')
    expect(tell({ toldAt: '2026-03-01T08:00:00.001Z' })).toBe('P3a toldInFuture')
    expect(tell({})).toBe('accepted')
    expect(world.state.tellings).toMatchObject([{ seats: '1', channel: 'door', teller: '网格员' }])
    const unnoticed = new World().listed()
    expect(
      refusalOf(
        unnoticed.run('recordTelling', { seats: [1], channel: 'door', toldAt: unnoticed.now, teller: '网格员' }),
      ),
    ).toBe('P3a noNotice')
  })

  it('P3b: an opinion is answered once', () => {
    const world = new World().notified()
    world.done('answerOpinion', { opinion: 'o1', text: '已写入方案' })
    expect(refusalOf(world.run('answerOpinion', { opinion: 'o1', text: '再答' }))).toBe('P3b opinionAnswered')
  })
})

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

  it('P3b, P4: a session needs a notice and a form, and sits alone', () => {
    const open = (world: World) =>
      refusalOf(world.run('openSession', { kind: 'council', place: '礼堂', host: '书记', recorder: '文书' }))
    expect(open(new World().listed())).toBe('P3b noNotice')
    expect(open(new World().notified())).toBe('P4 noForm')
    expect(open(new World().ready().sitting(1))).toBe('P5a sessionOpen')
  })

  it('P6b: attendance is of seats on the list, and may be taken again', () => {
    const world = new World().ready().sitting(2)
    const take = (present: number[], session = 1) => refusalOf(world.run('takeAttendance', { session, present }))
    expect(take([7])).toBe('P6b seatUnknown')
    expect(take([1], 2)).toBe('P6b sessionUnknown')
    expect(take([5, 1, 5])).toBe('accepted')
    expect(world.state.sessions[0]?.present).toBe('1,5')
    world.done('closeSession', { session: 1 })
    expect(take([1])).toBe('P6b sessionClosed')
  })
})

describe('filing and publishing', () => {
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

  it('P7: a record is filed when every item has its result, once', () => {
    expect(file(new World().ready())).toBe('P7 noTally')
    const sitting = new World()
      .ready(6, 2)
      .sitting(6)
      .hands([{ item: 1, yes: 4, no: 2, abstain: 0 }])
    expect(file(sitting)).toBe('P7 sessionOpen')
    sitting.done('closeSession', { session: 1 })
    expect(file(sitting)).toBe('P7 itemStillOpen')
    sitting.done('openRound', { method: 'online', items: [2] })
    expect(file(sitting)).toBe('P7 roundOpen')
    const world = decided()
    expect(file(world)).toBe('accepted')
    expect(file(world)).toBe('P7 alreadyFiled')
    for (const type of ['addItem', 'chooseForms'] as const)
      expect(refusalOf(world.run(type, type === 'addItem' ? { title: '一', aspects } : { forms: ['online'] }))).toMatch(
        /alreadyFiled$/,
      )
  })

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
})

describe('who may', () => {
  it.each(['city', 'supervisor'] as const)('the %s reads and gives no command', (role: Role) => {
    const world = new World()
    world.propose()
    for (const type of keysOf(commands)) {
      if (role !== 'supervisor' || type !== 'remark') expect(rolesWith(commands[type].verb), type).not.toContain(role)
    }
    expect(refusalOf(world.run('returnTopic', { reason: '不行' }, { ...officer, role }))).toBe('P1b roleMayNot')
  })
})

describe('what people wrote', () => {
  it('P3b, P11a: an opinion and feedback are answered once each, and neither stands for the other', () => {
    const world = new World().notified()
    world.opinionIsFeedback = true
    world.done('answerOpinion', { opinion: 'f1', text: '已修好' })
    world.done('answerOpinion', { opinion: 'f2', text: '已修好' })
    expect(world.state).toMatchObject({ opinionsAnswered: 0, feedbackAnswered: 2 })
    expect(world.state).not.toHaveProperty('lastOpinionAnswer')
    expect(refusalOf(world.run('answerOpinion', { opinion: 'f1', text: '再答' }))).toBe('P3b opinionAnswered')
    world.opinionIsFeedback = false
    world.done('answerOpinion', { opinion: 'o1', text: '采纳' })
    expect(world.state).toMatchObject({
      opinionsAnswered: 1,
      feedbackAnswered: 2,
      lastOpinionAnswer: world.now,
    })
    expect(world.events.map(({ data }) => 'feedback' in data)).toEqual([false, false, false, false, true, true, false])
    world.opinionExists = false
    expect(world.run('answerOpinion', { opinion: 'o9', text: '谢谢' })).toMatchObject({
      refusal: { clause: 'P3b', code: 'opinionUnknown', field: 'opinion' },
    })
  })

  it('P5b: an item that is revised before anybody sat leaves the consultation where it is', () => {
    const world = new World().notified()
    world.done('addItem', { title: '一条', aspects })
    world.done('reviseItem', { item: 1, title: '改一条', aspects })
    expect(world.state.step).toBe('notified')
  })
})

describe('the events', () => {
  it('are numbered without a gap: none is taken twice or before its time', () => {
    const { events } = new World().ready()
    expect(fold(events)?.version).toBe(events.length)
    const [first, second] = events
    if (first === undefined || second === undefined) throw new Error('There should be events')
    expect(() => evolve(undefined, { ...second, number: 1 })).toThrow('first event')
    expect(() => evolve(evolve(undefined, first), first)).toThrow('cannot follow')
  })
})
