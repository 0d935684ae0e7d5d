import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusalOf, secondOfficer, system, usualSeats, World } from '../../test/world.ts'
import { commands, decide } from '../deciding.ts'
import { defaultParameters, onlineSeatsOf, seatSet, tallyOf } from '../index.ts'

const seats = (listed: number, present: number, nonVoting = 0) =>
  Array.from({ length: listed }, (_, index) => ({ present: index < present, voting: index >= nonVoting }))
const count = (yes: number, no = 0, abstain = 0) => [{ item: 1, yes, no, abstain }]
const resultOf = (...input: Parameters<typeof tallyOf>) => tallyOf(...input).items[0]?.result

describe('opening a round', () => {
  const open = (world: World, more: object = {}) =>
    refusalOf(world.run('openRound', { method: 'online', items: [1], ...more }))

  it('S2: nobody may be untold, else by a recorded reason', () => {
    const world = new World().ready()
    world.told.delete(4)
    expect(open(world)).toBe('S2 seatsUntold')
    expect(open(world, { exception: '已电话联系，本人外出' })).toBe('accepted')
    expect(world.state.exceptions).toMatchObject([
      { clause: 'S2', reason: '已电话联系，本人外出', by: { name: '陈主任' } },
    ])
    expect(world.events.at(-1)).toMatchObject({ data: { untold: '4' } })
  })

  it('P6b: a show of hands wants two thirds of the list in the room', () => {
    const world = new World().ready(6).sitting(3)
    expect(open(world, { method: 'hands' })).toBe('P6b noQuorum')
    world.done('takeAttendance', { session: 1, present: [1, 2, 3, 4] })
    expect(open(world, { method: 'hands' })).toBe('accepted')
  })

  it.each([
    ['P6b noAttendance', { method: 'hands' }],
    ['P6a itemUnknown', { items: [9] }],
    ['P6a endPast', { closesAt: '2026-03-01T08:00:00.000Z' }],
  ])('is refused: %s', (refusal, more) => {
    expect(open(new World().ready(), more)).toBe(refusal)
  })

  it.each([
    ['P6a handsNotSecret', { secrecy: 'secret' }],
    ['P6a handsNeedNoEnd', { closesAt: '2026-03-02T08:00:00.000Z' }],
  ])('is refused for a show of hands: %s', (refusal, more) => {
    expect(open(new World().ready().sitting(6), { method: 'hands', ...more })).toBe(refusal)
  })

  it('wants a notice, a form, and no other round under way', () => {
    const listed = new World().listed()
    expect(open(listed)).toBe('S2 noNotice')
    expect(open(new World().notified())).toBe('P4 noForm')
    const world = new World().ready()
    world.done('openRound', { method: 'online', items: [1] })
    expect(open(world)).toBe('P6a roundOpen')
  })

  it('P5b: takes only open items', () => {
    const world = new World()
      .ready(6, 2)
      .sitting(6)
      .hands([{ item: 1, yes: 2, no: 4, abstain: 0 }])
    expect(open(world)).toBe('P5b itemNotOpen')
    world.done('reviseItem', { item: 1, title: '改过的第1条', aspects: { problem: '漏水', solution: '分期修' } })
    expect(open(world)).toBe('accepted')
    expect(world.state.items[0]).toMatchObject({ revision: 2, status: 'open', title: '改过的第1条' })
  })

  it('P6c: wants somebody who votes', () => {
    const nobody = usualSeats(6).map((seat) => ({ ...seat, votes: false }))
    expect(open(new World().ready(6, 1, nobody))).toBe('P6c nobodyVotes')
  })
})

describe('a round', () => {
  it('P6a: leaves who has paper out of the seats online, and nobody else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 6 })), (paper) => {
        const { list } = new World().listed().state
        if (list === undefined) throw new Error('No list')
        const online = onlineSeatsOf(list, paper.length === 0 ? {} : { paper: seatSet(paper) })
        expect([...online, ...paper].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
      }),
    )
  })

  it('P9f: lists dissents by item, seat and words, in whatever order the ballots were found', () => {
    const world = new World().ready(6, 2)
    world.done('openRound', { method: 'online', items: [1, 2] })
    world.done('closeRound', { round: 1 })
    world.ballotSeats = [1, 2, 3, 4, 5].map((seat) => ({ seat, voted: true }))
    const no = (item: number, words: string) => ({ item, choice: 'no' as const, words })
    world.ballots = [
      { seat: 4, choices: [no(2, '丁二'), no(1, '丁一')] },
      { seat: 2, choices: [no(1, '乙一'), no(2, '乙二')] },
      { choices: [no(1, 'b'), no(2, '')] },
      { choices: [no(1, 'a'), { item: 2, choice: 'no' }] },
    ]
    world.done('countRound', { round: 1 }, system)
    expect(world.dissents.map(({ dissent, item, seat, words }) => [dissent, item, seat, words])).toEqual([
      [1, 1, undefined, 'a'],
      [2, 1, undefined, 'b'],
      [3, 1, 2, '乙一'],
      [4, 1, 4, '丁一'],
      [5, 2, 2, '乙二'],
      [6, 2, 4, '丁二'],
    ])
  })

  it('has no dissents, and no exception, and no end, where there are none', () => {
    const world = new World().ready()
    world.done('openRound', { method: 'online', items: [1], exception: '不需要' })
    world.done('closeRound', { round: 1 })
    world.done('countRound', { round: 1 }, system)
    expect(world.state.exceptions).toEqual([])
    expect(Object.keys(world.state.rounds[0] ?? {})).not.toContain('closesAt')
    expect(Object.keys(world.events.at(-1)?.data ?? {})).toEqual(['round', 'tally', 'pages', 'dissents'])
    expect(world.state.rounds[0]?.tally).toMatchObject({ attended: 0, quorate: false })
  })

  it('P6c: the stricter base counts the voting seats listed, not all seats and not who came', () => {
    const strict = { ...defaultParameters, majorityBase: 'listed' as const }
    expect(tallyOf(strict, seats(12, 8, 2), count(5)).base).toBe(10)
    expect(resultOf(strict, seats(12, 8, 2), count(5))).toBe('failed')
    expect(resultOf(strict, seats(12, 8, 2), count(6))).toBe('passed')
    expect(resultOf(defaultParameters, seats(12, 8, 2), count(4))).toBe('passed')
  })

  it('P6a: is counted by the system alone, once it is closing', () => {
    const world = new World().ready()
    world.done('openRound', { method: 'online', items: [1] })
    expect(refusalOf(world.run('countRound', { round: 1 }, system))).toBe('P6a roundClosed')
    world.done('closeRound', { round: 1 })
    expect(refusalOf(world.run('countRound', { round: 2 }, system))).toBe('P6a roundUnknown')
    expect(refusalOf(world.run('countRound', { round: 1 }))).toBe('P6c roleMayNot')
    world.done('countRound', { round: 1 }, system)
    expect(refusalOf(world.run('countRound', { round: 1 }, system))).toBe('P6a roundClosed')
    expect(refusalOf(world.run('closeRound', { round: 1 }))).toBe('P6a roundClosed')
    expect(refusalOf(world.run('closeRound', { round: 2 }))).toBe('P6a roundUnknown')
  })

  it('asks the store for what it needs, and says so to the engineer who forgot it', () => {
    const world = new World().ready().sitting(6)
    const context = { now: world.now, actor: secondOfficer, parameters: defaultParameters }
    const openBody = commands.openRound.schema.parse({ method: 'hands', items: [1] })
    expect(() => decide(world.state, { type: 'openRound', body: openBody }, context)).toThrow(
      'openRound needs the seats',
    )
    world.done('openRound', { method: 'hands', items: [1] })
    const body = { round: 1, counts: [{ item: 1, yes: 6, no: 0, abstain: 0 }] }
    world.done('enterHands', body)
    expect(() => decide(world.state, { type: 'confirmHands', body }, context)).toThrow('confirmHands needs the seats')
    const online = new World().ready()
    online.done('openRound', { method: 'online', items: [1] })
    online.done('closeRound', { round: 1 })
    const all = { seats: [], ballotSeats: [], ballots: [] }
    for (const missing of ['seats', 'ballotSeats', 'ballots'] as const) {
      const { [missing]: _missing, ...rest } = all
      const command = { type: 'countRound', body: { round: 1 } } as const
      expect(() => decide(online.state, command, { ...context, actor: system, ...rest })).toThrow('countRound needs')
    }
    const paper = new World().ready()
    paper.done('openRound', { method: 'paper', items: [1] })
    const papers = { round: 1, ballots: [], returned: [], counts: [] }
    paper.done('enterPapers', papers)
    expect(() => decide(paper.state, { type: 'confirmPapers', body: papers }, context)).toThrow('confirmPapers needs')
  })
})
