import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { owesPublication, type Refusal } from '../src/index.ts'
import { dissentsIn, presentIn } from '../src/voting/count.ts'
import { basis, refusalOf, secondOfficer, system, usualSeats, World } from './world.ts'

const choicesOf = (...choices: ('yes' | 'no' | 'abstain')[]) =>
  choices.map((choice, index) => ({ item: index + 1, choice }))

function refusedBy(decision: ReturnType<World['run']>): Refusal {
  if (decision.kind === 'accepted') throw new Error('It was accepted')
  return decision.refusal
}

describe('the sitting that a round belongs to', () => {
  it('P6b: is its own, however many there were before', () => {
    const world = new World().ready(6, 2).sitting([1, 2, 3, 4])
    world.hands([{ item: 1, yes: 4, no: 0, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    world.sitting([3, 4, 5, 6, 2])
    world.hands([{ item: 2, yes: 5, no: 0, abstain: 0 }])
    expect(world.state.rounds.map(({ tally }) => tally?.attended)).toEqual([4, 5])
    expect(presentIn(world.state, { session: 1 })).toEqual([1, 2, 3, 4])
    expect(presentIn(world.state, {})).toEqual([])
    const absent = world.closed.at(-1)?.seats.filter(({ present }) => !present)
    expect(absent?.map(({ seat }) => seat)).toEqual([1])
  })
})

describe('paper', () => {
  const online = (secrecy: 'named' | 'secret') => {
    const world = new World().ready(6, 2)
    world.done('openRound', { method: 'online', secrecy, items: [1, 2], paper: [6, 5, 6, 4] })
    return world
  }

  it('P6a, P6c: beside online ballots is added item by item, choice by choice; one seat is one voter', () => {
    const world = online('secret')
    expect(world.state.rounds[0]?.paper).toBe('4-6')
    const papers = {
      round: 1,
      returned: [4, 5, 6],
      counts: [
        { item: 1, yes: 3, no: 0, abstain: 0 },
        { item: 2, yes: 0, no: 1, abstain: 2 },
      ],
    }
    world.done('enterPapers', papers)
    world.done('confirmPapers', papers, secondOfficer)
    world.done('closeRound', { round: 1 })
    world.ballotSeats = [1, 2, 3].map((seat) => ({ seat, voted: true }))
    world.ballots = [
      { choices: choicesOf('yes', 'abstain') },
      { choices: choicesOf('no', 'yes') },
      { choices: choicesOf('abstain', 'no') },
    ]
    world.done('countRound', { round: 1 }, system)
    expect(world.state.rounds[0]?.tally).toMatchObject({
      attended: 6,
      items: [
        { yes: 4, no: 1, abstain: 1 },
        { yes: 1, no: 2, abstain: 3 },
      ],
    })
  })

  it('P6a: of one round is of no other', () => {
    const world = new World().ready(6, 2).sitting(6)
    world.hands([{ item: 1, yes: 6, no: 0, abstain: 0 }])
    world.done('openRound', { method: 'paper', secrecy: 'named', items: [2] })
    world.done('enterPapers', { round: 2, ballots: [{ seat: 3, choices: [{ item: 2, choice: 'yes' }] }] })
    expect(world.state.rounds.map((round) => 'papers' in round)).toEqual([false, true])
  })

  it('P6a: that is named stands beside its seat, as an online ballot does, and no other seat has a choice', () => {
    const world = online('named')
    const papers = { round: 1, ballots: [{ seat: 5, choices: choicesOf('no', 'abstain') }] }
    world.done('enterPapers', papers)
    world.done('confirmPapers', papers, secondOfficer)
    world.done('closeRound', { round: 1 })
    world.ballotSeats = [1, 2, 3].map((seat) => ({ seat, voted: seat === 2 }))
    world.ballots = [{ seat: 2, choices: choicesOf('yes', 'yes') }]
    world.done('countRound', { round: 1 }, system)
    const seats = world.closed.at(-1)?.seats ?? []
    expect(seats.map(({ seat, voted, choices }) => [seat, voted, choices?.length ?? 0])).toEqual([
      [1, false, 0],
      [2, true, 2],
      [3, false, 0],
      [4, false, 0],
      [5, true, 2],
      [6, false, 0],
    ])
    expect(seats.filter((seat) => 'choices' in seat)).toHaveLength(2)
  })

  it('P6a: what is wrong with it is named: the seat, the item, and all the items', () => {
    const named = online('named')
    const enter = (world: World, body: object) => refusedBy(world.run('enterPapers', { round: 1, ...body }))
    expect(enter(named, { ballots: [{ seat: 5, choices: choicesOf('yes') }] }).params).toEqual({ items: '1、2' })
    const whole = choicesOf('yes', 'yes')
    expect(
      enter(named, {
        ballots: [
          { seat: 5, choices: whole },
          { seat: 2, choices: whole },
        ],
      }),
    ).toMatchObject({ code: 'seatNotOnPaper', params: { seat: 2 } })
    expect(
      enter(named, {
        ballots: [
          { seat: 4, choices: whole },
          { seat: 5, choices: whole },
          { seat: 5, choices: whole },
        ],
      }),
    ).toMatchObject({ code: 'seatTwice', field: 'ballots.2', params: { seat: 5 } })
    const secret = online('secret')
    const count = (item: number, yes: number) => ({ item, yes, no: 0, abstain: 0 })
    expect(enter(secret, { returned: [4], counts: [count(1, 1)] }).params).toEqual({ items: '1、2' })
    expect(enter(secret, { returned: [4], counts: [count(1, 1), count(2, 2)] })).toMatchObject({
      code: 'tooManyPapers',
      params: { item: 2, returned: 1 },
    })
  })
})

describe('hands', () => {
  it('P6a: what is wrong with a count is named: the item and all the items', () => {
    const world = new World().ready(6, 2).sitting(6)
    world.done('openRound', { method: 'hands', items: [1, 2] })
    const count = (item: number, yes: number) => ({ item, yes, no: 0, abstain: 0 })
    const enter = (...counts: object[]) => refusedBy(world.run('enterHands', { round: 1, counts }))
    expect(enter(count(1, 1)).params).toEqual({ items: '1、2' })
    expect(enter(count(1, 1), count(2, 7)).params).toEqual({ item: 2, voters: 6 })
  })
})

describe('the assembly', () => {
  it('P9d: what is wrong with its vote is named: the item and all the items', () => {
    const world = new World().ready(6, 2).sitting(6)
    const count = (item: number, yes: number) => ({ item, yes, no: 0, abstain: 0 })
    world.hands([1, 2].map((item) => ({ item, yes: 1, no: 5, abstain: 0 })))
    world.done('escalate', { to: 'representatives', items: [1, 2], reason: '争议大' })
    const vote = (...votes: object[]) =>
      refusedBy(world.run('recordAssembly', { escalation: 1, heldOn: '2026-03-01', members: 30, attended: 24, votes }))
    expect(vote(count(1, 20)).params).toEqual({ items: '1、2' })
    expect(vote(count(1, 20), count(2, 25)).params).toEqual({ item: 2, voters: 24 })
  })
})

describe('words against', () => {
  it('P9f: come in one order, however the ballots were found, and say no seat where none is known', () => {
    const ballots = [
      { choices: [{ item: 1, choice: 'no' as const, words: '甲' }] },
      { choices: [{ item: 1, choice: 'no' as const, words: '乙' }] },
      { choices: [{ item: 1, choice: 'no' as const, words: '丙' }] },
      { seat: 3, choices: [{ item: 1, choice: 'no' as const, words: '丁' }] },
      { seat: 2, choices: [{ item: 1, choice: 'no' as const, words: '戊' }] },
    ]
    const said = dissentsIn({ ballotSeats: [], ballots })
    expect(said.map((one) => 'seat' in one)).toEqual([false, false, false, true, true])
    expect(said.map(({ words }) => words)).toEqual(['丙', '乙', '甲'].toSorted().concat('戊', '丁'))
    fc.assert(
      fc.property(fc.shuffledSubarray(ballots, { minLength: 5 }), (order) => {
        expect(dissentsIn({ ballotSeats: [], ballots: order })).toEqual(said)
      }),
    )
  })

  it('P9f: a dissent without a name has none', () => {
    const world = new World().published()
    world.done('recordDissent', { item: 1, words: '太贵' })
    expect(world.events.at(-1)?.data).not.toHaveProperty('name')
  })
})

describe('the list', () => {
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

describe('filing and publishing', () => {
  it('P7: nothing is filed while the only round is still open', () => {
    const world = new World().ready().sitting(6)
    world.done('openRound', { method: 'hands', items: [1] })
    expect(refusalOf(world.run('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] }))).toBe('P7 noTally')
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
