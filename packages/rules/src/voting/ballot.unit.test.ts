import { describe, expect, it } from 'vitest'
import { checkRefusal } from '../../test/shapes.ts'
import { refusalOf, seal, secondOfficer, system, usualSeats, World } from '../../test/world.ts'
import { type CastBallot, choicesProblem, noBallotProblem, type Refusal, shapeText } from '../index.ts'

/** The same for a problem that is no decision. */
function problemOf(problem: Refusal | undefined): string | undefined {
  if (problem === undefined) return undefined
  checkRefusal(problem)
  return `${problem.clause} ${problem.code}`
}

describe('P6a: a show of hands', () => {
  const counts = [{ item: 1, yes: 4, no: 1, abstain: 1 }]
  const opened = () => {
    const world = new World().ready().sitting(6)
    world.done('openRound', { method: 'hands', items: [1] })
    return world
  }

  it('is entered by one officer and confirmed by another', () => {
    const world = opened()
    expect(refusalOf(world.run('confirmHands', { round: 1, counts }, secondOfficer))).toBe('P6a nothingEntered')
    world.done('enterHands', { round: 1, counts })
    expect(refusalOf(world.run('confirmHands', { round: 1, counts }))).toBe('P6a sameOfficer')
    const different = [{ item: 1, yes: 5, no: 1, abstain: 0 }]
    expect(refusalOf(world.run('confirmHands', { round: 1, counts: different }, secondOfficer))).toBe(
      'P6a countsDiffer',
    )
    world.done('confirmHands', { round: 1, counts }, secondOfficer)
    expect(world.state).toMatchObject({ step: 'decided', items: [{ status: 'passed' }] })
    expect(world.state.rounds[0]).toMatchObject({ entry: { by: { name: '陈主任' } }, confirmedBy: { name: '李会计' } })
  })

  it('counts every item of the round once, and no more hands than voters', () => {
    const world = opened()
    const enter = (wrong: typeof counts) => refusalOf(world.run('enterHands', { round: 1, counts: wrong }))
    expect(enter([{ item: 1, yes: 4, no: 2, abstain: 1 }])).toBe('P6a tooManyHands')
    expect(enter([...counts, ...counts])).toBe('P6a countsIncomplete')
    expect(enter([{ item: 2, yes: 1, no: 0, abstain: 0 }])).toBe('P6a countsIncomplete')
  })

  it('keeps who is present while it goes on', () => {
    const world = opened()
    expect(refusalOf(world.run('takeAttendance', { session: 1, present: [1] }))).toBe('P6b attendanceFixed')
    expect(refusalOf(world.run('closeSession', { session: 1 }))).toBe('P6a roundOpen')
    expect(refusalOf(world.run('closeRound', { round: 1 }))).toBe('P6a handsNeedTwo')
  })

  it('fixes what each seat was when the round closed', () => {
    const world = new World()
      .ready(6)
      .sitting([1, 2, 4, 5, 6])
      .hands(counts.map((c) => ({ ...c, yes: 3 })))
    const seats = world.closed.at(-1)?.seats
    expect(seats).toHaveLength(6)
    expect(seats?.[2]).toEqual({ seat: 3, voting: true, told: true, present: false, voted: false })
    expect(world.state.rounds[0]?.tally).toMatchObject({ listed: 6, attended: 5, base: 5, quorumNeeded: 4 })
  })
})

describe('P6a: an online ballot', () => {
  const opened = (secrecy = 'named') => {
    const third = { person: 'p7', category: 'scholar', class: 'expert' } as const
    const world = new World().ready(7, 2, [...usualSeats(6), third])
    world.done('openRound', { method: 'online', secrecy, items: [2, 1], closesAt: '2026-03-01T10:00:00.000Z' })
    return world
  }
  const ballot: CastBallot = {
    round: 1,
    shape: shapeText({ items: [1, 2] }),
    choices: [
      { item: 1, choice: 'yes' as const },
      { item: 2, choice: 'no' as const },
    ],
  }
  const cast = (world: World, seat: number, body = ballot, now = world.now) =>
    problemOf(choicesProblem(body) ?? noBallotProblem(world.state, seat, body, now))

  it('is cast by seats that vote, on every item once, while the round is open', () => {
    const world = opened()
    expect(cast(world, 3)).toBeUndefined()
    expect(cast(world, 7)).toBe('P6c seatDoesNotVote')
    expect(cast(world, 3, { ...ballot, choices: ballot.choices.slice(1) })).toBe('P6a choicesIncomplete')
    expect(cast(world, 3, { ...ballot, round: 2 })).toBe('P6a roundUnknown')
    expect(cast(world, 3, ballot, '2026-03-01T10:00:00.000Z')).toBe('P6a roundClosed')
    world.done('closeRound', { round: 1 })
    expect(cast(world, 3)).toBe('P6a roundClosed')
  })

  it('P6a: is told all the items that it must choose on', () => {
    const problem = choicesProblem({ ...ballot, choices: ballot.choices.slice(1) })
    expect(problem?.params).toEqual({ items: [1, 2] })
  })

  it('P6a: names its items in any order, as numbers and not as words', () => {
    const world = new World().ready(6, 12)
    world.done('openRound', { method: 'online', items: [12, 2, 2] })
    expect(world.state.rounds[0]?.items).toEqual([2, 12])
    const choice = (item: number) => ({ item, choice: 'yes' as const })
    const shape = shapeText({ items: [2, 12] })
    expect(cast(world, 3, { round: 1, shape, choices: [choice(12), choice(2)] })).toBeUndefined()
    expect(cast(world, 3, { round: 1, shape, choices: [choice(2), choice(2)] })).toBe('P6a choicesIncomplete')
  })

  it('P6a: is not cast where hands are raised, nor by a seat that was given paper', () => {
    const hands = new World().ready().sitting(6)
    hands.done('openRound', { method: 'hands', items: [1] })
    expect(cast(hands, 3)).toBe('P6a notOnline')
    const paper = new World().ready()
    paper.done('openRound', { method: 'online', items: [1], paper: [3] })
    const body = { round: 1, shape: shapeText({ items: [1] }), choices: [{ item: 1, choice: 'yes' as const }] }
    expect(cast(paper, 3, body)).toBe('P6a seatVotesOnPaper')
    expect(cast(paper, 4, body)).toBeUndefined()
  })

  it('who casts one attends by it; who does not, does not', () => {
    const world = opened()
    world.done('closeRound', { round: 1 })
    world.ballotSeats = [1, 2, 3, 4, 5, 6].map((seat) => ({ seat, voted: seat < 6 }))
    world.ballots = [1, 2, 3, 4, 5].map((seat) => ({
      seat,
      choices: [
        { item: 1, choice: 'yes' },
        { item: 2, choice: seat < 3 ? 'yes' : 'no' },
      ],
    }))
    world.done('countRound', { round: 1 }, system)
    const [round] = world.state.rounds
    expect(round?.tally).toMatchObject({ listed: 7, attended: 5, attendedVoting: 5, quorate: true, base: 5 })
    expect(round?.tally?.items.map(({ yes, no, result }) => [yes, no, result])).toEqual([
      [5, 0, 'passed'],
      [2, 3, 'failed'],
    ])
  })

  it('below two thirds decides nothing: the items stay open', () => {
    const world = opened()
    world.done('closeRound', { round: 1 })
    world.ballotSeats = [1, 2, 3, 4].map((seat) => ({ seat, voted: true }))
    world.ballots = world.ballotSeats.map(({ seat }) => ({ seat, choices: ballot.choices }))
    world.done('countRound', { round: 1 }, system)
    expect(world.state.items.map(({ status }) => status)).toEqual(['open', 'open'])
    expect(world.state.step).toBe('deliberating')
  })

  it('is counted by the system alone, after it was closed', () => {
    const world = opened()
    expect(refusalOf(world.run('countRound', { round: 1 }, system))).toBe('P6a roundClosed')
    world.done('closeRound', { round: 1 })
    expect(refusalOf(world.run('countRound', { round: 1 }))).toBe('P6c roleMayNot')
    expect(world.run('closeRound', { round: 1 })).toEqual({ kind: 'accepted', events: [] })
  })

  it('shows no choice beside a seat when it is secret', () => {
    const world = opened('secret')
    world.done('closeRound', { round: 1 })
    world.ballotSeats = [1, 2, 3, 4, 5].map((seat) => ({ seat, voted: true }))
    world.ballots = world.ballotSeats.map(() => ({ choices: ballot.choices }))
    world.done('countRound', { round: 1 }, system)
    expect(JSON.stringify([world.events.at(-1), world.closed])).not.toContain('"choices"')
  })
})

describe('P6a: a secret round', () => {
  /** A list with so many seats that vote; one more attends, and hides nobody. */
  const open = (voting: number, body: object) => {
    const seats = usualSeats(voting + 1).map((seat, index) => (index < voting ? seat : { ...seat, votes: false }))
    const world = new World().ready(seats.length, 1, seats)
    return refusalOf(world.run('openRound', { secrecy: 'secret', items: [1], ...body }))
  }

  it('is refused where it could reveal somebody: under five voting seats, or three in a part counted apart', () => {
    expect(open(4, { method: 'online' })).toBe('P6a secretNeedsVoters')
    expect(open(4, { method: 'paper' })).toBe('P6a secretNeedsVoters')
    expect(open(5, { method: 'online' })).toBe('accepted')
    expect(open(5, { method: 'paper' })).toBe('accepted')
    expect(open(6, { method: 'online', paper: [1] })).toBe('P6a secretPartTooSmall')
    expect(open(6, { method: 'online', paper: [1, 2, 3, 4] })).toBe('P6a secretPartTooSmall')
    expect(open(6, { method: 'online', paper: [1, 2, 3] })).toBe('accepted')
  })

  it('carries its key where ballots are cast online, and only there', () => {
    const world = new World().ready(6, 2)
    world.done('openRound', { method: 'online', secrecy: 'secret', items: [1] })
    expect(world.state.rounds[0]?.seal).toBe(seal)
    const paper = new World().ready(6)
    paper.done('openRound', { method: 'paper', secrecy: 'secret', items: [1] })
    expect(paper.state.rounds[0]).not.toHaveProperty('seal')
    const named = new World().ready(6)
    named.done('openRound', { method: 'online', items: [1] })
    expect(named.state.rounds[0]).not.toHaveProperty('seal')
  })

  it.each([
    [1, 'tooFew'],
    [2, 'tooFew'],
    [3, 'failed'],
  ])('with %i ballots cast online is %s, and nothing is told of what stays unopened', (cast, result) => {
    // All are present, so that it is not the quorum that decides.
    const world = new World().ready(6).sitting(6)
    world.done('openRound', { method: 'online', secrecy: 'secret', items: [1] })
    world.done('closeRound', { round: 1 })
    world.ballotSeats = [1, 2, 3, 4, 5, 6].map((seat) => ({ seat, voted: seat <= cast }))
    const choices = [{ item: 1, choice: 'yes' as const }]
    world.ballots = Array.from({ length: cast === 3 ? 3 : 0 }, () => ({ choices }))
    world.done('countRound', { round: 1 }, system)
    const [item] = world.state.rounds[0]?.tally?.items ?? []
    expect(item).toMatchObject({ result, yes: cast === 3 ? 3 : 0 })
    expect(world.state.items[0]?.status).toBe(cast === 3 ? 'failed' : 'open')
  })

  it('on paper of which one or two came back stays unopened: no count is taken but nought', () => {
    const world = new World().ready(6).sitting(6)
    world.done('openRound', { method: 'paper', secrecy: 'secret', items: [1] })
    const entry = (yes: number) => ({ round: 1, returned: [1, 2], counts: [{ item: 1, yes, no: 0, abstain: 0 }] })
    expect(refusalOf(world.run('enterPapers', entry(2)))).toBe('P6a papersTooFew')
    world.done('enterPapers', entry(0))
    world.done('confirmPapers', entry(0), secondOfficer)
    expect(world.state.rounds[0]?.tally?.items).toMatchObject([{ yes: 0, result: 'tooFew' }])
  })
})
