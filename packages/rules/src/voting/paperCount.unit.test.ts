import { describe, expect, it } from 'vitest'
import { secondOfficer, system, World } from '../../test/world.ts'
import type { Refusal } from '../index.ts'

const choicesOf = (...choices: ('yes' | 'no' | 'abstain')[]) =>
  choices.map((choice, index) => ({ item: index + 1, choice }))
function refusedBy(decision: ReturnType<World['run']>): Refusal {
  if (decision.kind === 'accepted') throw new Error('It was accepted')
  return decision.refusal
}

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
    expect(enter(named, { ballots: [{ seat: 5, choices: choicesOf('yes') }] }).params).toEqual({ items: [1, 2] })
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
    expect(enter(secret, { returned: [4], counts: [count(1, 1)] }).params).toEqual({ items: [1, 2] })
    expect(enter(secret, { returned: [4], counts: [count(1, 1), count(2, 2)] })).toMatchObject({
      code: 'tooManyPapers',
      params: { item: 2, returned: 1 },
    })
  })
})
