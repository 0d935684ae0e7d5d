import { describe, expect, it } from 'vitest'
import { officer, refusalOf, secondOfficer, World } from '../../test/world.ts'
import { fold } from '../index.ts'

describe('paper and one to one', () => {
  const yes = (seat: number) => ({ seat, choices: [{ item: 1, choice: 'yes' }] })
  const no = (seat: number) => ({ seat, choices: [{ item: 1, choice: 'no', words: '太贵' }] })
  const round = (body: object) => {
    const world = new World().ready()
    world.done('openRound', { items: [1], ...body })
    return world
  }

  it('P6a: paper ballots are entered by one officer and confirmed by another; a ballot returned is a participant', () => {
    const world = round({ method: 'paper' })
    const ballots = [yes(1), yes(2), no(3), yes(4)]
    const confirm = (entry: object, by = secondOfficer) =>
      refusalOf(world.run('confirmPapers', { round: 1, ...entry }, by))
    expect(confirm({ ballots })).toBe('P6a nothingEntered')
    world.done('enterPapers', { round: 1, ballots })
    expect(confirm({ ballots }, officer)).toBe('P6a sameOfficer')
    expect(confirm({ ballots: [yes(1), yes(2), yes(3), yes(4)] })).toBe('P6a countsDiffer')
    expect(confirm({ ballots: [no(3), yes(4), yes(2), yes(1)] })).toBe('accepted')
    expect(world.state.rounds[0]?.tally).toMatchObject({
      attended: 4,
      quorate: true,
      items: [{ yes: 3, no: 1, base: 4, result: 'passed' }],
    })
    expect(world.dissents).toMatchObject([{ seat: 3, words: '太贵' }])
    expect(fold(world.events)).toEqual(world.state)
  })

  it('P6a: on secret paper nobody’s choice is known, only who returned one', () => {
    const world = round({ method: 'paper', secrecy: 'secret' })
    const enter = (entry: object) => refusalOf(world.run('enterPapers', { round: 1, ...entry }))
    expect(enter({ ballots: [yes(1)] })).toBe('P6a papersAreSecret')
    expect(enter({ returned: [1, 2], counts: [{ item: 1, yes: 3, no: 0, abstain: 0 }] })).toBe('P6a tooManyPapers')
    expect(enter({ returned: [1, 2] })).toBe('P6a countsIncomplete')
    expect(enter({ returned: [1, 2], counts: [{ item: 1, yes: 1, no: 1, abstain: 1 }] })).toBe('P6a tooManyPapers')
    expect(enter({ returned: [1, 9], counts: [{ item: 1, yes: 1, no: 1, abstain: 0 }] })).toBe('P6a seatNotOnPaper')
    expect(enter({ returned: [2, 2], counts: [{ item: 1, yes: 1, no: 1, abstain: 0 }] })).toBe('P6a seatTwice')
    const entry = { round: 1, returned: [1, 2, 3, 4], counts: [{ item: 1, yes: 3, no: 1, abstain: 0 }] }
    world.done('enterPapers', entry)
    world.done('confirmPapers', entry, secondOfficer)
    expect(world.state.rounds[0]?.tally?.items).toMatchObject([{ yes: 3, no: 1, result: 'passed' }])
    expect(JSON.stringify(world.events.at(-1))).not.toContain('"choices"')
  })

  it('P6a: asked one to one everybody is named', () => {
    expect(refusalOf(new World().ready().run('openRound', { method: 'oneToOne', items: [1], secrecy: 'secret' }))).toBe(
      'P6a handsNotSecret',
    )
    const world = round({ method: 'oneToOne' })
    const enter = (entry: object) => refusalOf(world.run('enterPapers', { round: 1, ...entry }))
    expect(enter({ returned: [1], counts: [{ item: 1, yes: 1, no: 0, abstain: 0 }] })).toBe('P6a papersAreNamed')
    expect(enter({ returned: [1] })).toBe('P6a papersAreNamed')
    expect(enter({ counts: [{ item: 1, yes: 1, no: 0, abstain: 0 }] })).toBe('P6a papersAreNamed')
    expect(enter({ ballots: [yes(1), yes(1)] })).toBe('P6a seatTwice')
    expect(enter({ ballots: [yes(2), yes(1), yes(2)] })).toBe('P6a seatTwice')
    expect(enter({ ballots: [yes(7)] })).toBe('P6a seatNotOnPaper')
    expect(enter({ ballots: [{ seat: 1, choices: [{ item: 2, choice: 'yes' }] }] })).toBe('P6a choicesIncomplete')
    expect(enter({ ballots: [yes(1)] })).toBe('accepted')
    expect(enter({ ballots: [] })).toBe('accepted')
  })

  it('P6a: in an online round some vote on paper; it closes when their ballots are confirmed, and all count', () => {
    const world = new World().ready()
    const open = (body: object) => refusalOf(world.run('openRound', { items: [1], ...body }))
    expect(open({ method: 'hands', paper: [5] })).toBe('P6b noAttendance')
    expect(open({ method: 'paper', paper: [5] })).toBe('P6a paperOnlyOnline')
    expect(open({ method: 'paper', closesAt: '2026-03-02T08:00:00.000Z' })).toBe('P6a handsNeedNoEnd')
    expect(open({ method: 'online', paper: [7] })).toBe('P6a seatNotVoting')
    expect(open({ method: 'online', paper: [5, 6] })).toBe('accepted')
    expect(refusalOf(world.run('closeRound', { round: 1 }))).toBe('P6a papersMissing')
    world.done('enterPapers', { round: 1, ballots: [no(5)] })
    world.done('confirmPapers', { round: 1, ballots: [no(5)] }, secondOfficer)
    world.done('enterPapers', { round: 1, ballots: [no(5), yes(6)] })
    expect(refusalOf(world.run('closeRound', { round: 1 }))).toBe('P6a papersMissing')
    world.done('confirmPapers', { round: 1, ballots: [no(5), yes(6)] }, secondOfficer)
    world.done('closeRound', { round: 1 })
    world.ballotSeats = [1, 2, 3, 4].map((seat) => ({ seat, voted: seat < 3 }))
    world.ballots = [yes(1), yes(2)] as never
    world.done('countRound', { round: 1 }, { ...officer, role: 'system' })
    expect(world.state.rounds[0]?.tally).toMatchObject({ attended: 4, items: [{ yes: 3, no: 1, result: 'passed' }] })
  })

  it('P6a: two entries of secret paper are the same when seats and counts are, in any order', () => {
    const open = () => {
      const world = new World().ready(6, 12)
      world.done('openRound', { method: 'paper', secrecy: 'secret', items: [2, 12] })
      return world
    }
    const line = (item: number, yes: number) => ({ item, yes, no: 0, abstain: 0 })
    const entered = open()
    entered.done('enterPapers', { round: 1, returned: [4, 2, 1, 3], counts: [line(12, 3), line(2, 4)] })
    const confirm = (entry: object) => refusalOf(entered.run('confirmPapers', { round: 1, ...entry }, secondOfficer))
    expect(confirm({ returned: [1, 2, 3, 5], counts: [line(2, 4), line(12, 3)] })).toBe('P6a countsDiffer')
    expect(confirm({ returned: [1, 2, 3, 4], counts: [line(2, 3), line(12, 3)] })).toBe('P6a countsDiffer')
    expect(confirm({ returned: [1, 2, 3, 4], counts: [line(2, 4), line(12, 3)] })).toBe('accepted')
  })

  it('P6a: the choices of a ballot may be entered in any order, too', () => {
    const world = new World().ready(6, 2)
    world.done('openRound', { method: 'oneToOne', items: [1, 2] })
    const choice = (item: number, choice: string) => ({ item, choice })
    world.done('enterPapers', { round: 1, ballots: [{ seat: 1, choices: [choice(2, 'no'), choice(1, 'yes')] }] })
    const again = { round: 1, ballots: [{ seat: 1, choices: [choice(1, 'yes'), choice(2, 'no')] }] }
    expect(refusalOf(world.run('confirmPapers', { round: 2, ballots: [] }, secondOfficer))).toBe('P6a roundUnknown')
    expect(refusalOf(world.run('confirmPapers', again, secondOfficer))).toBe('accepted')
    expect(world.state.rounds[0]?.tally?.items).toMatchObject([
      { yes: 1, no: 0 },
      { yes: 0, no: 1 },
    ])
  })

  it('P6a: papers belong to a round that has some, while it is open', () => {
    const world = round({ method: 'online' })
    const enter = (number: number) => refusalOf(world.run('enterPapers', { round: number, ballots: [] }))
    expect(enter(2)).toBe('P6a roundUnknown')
    expect(enter(1)).toBe('P6a notPaper')
    const paper = round({ method: 'paper' })
    paper.done('enterPapers', { round: 1, ballots: [yes(1)] })
    paper.done('confirmPapers', { round: 1, ballots: [yes(1)] }, secondOfficer)
    expect(refusalOf(paper.run('enterPapers', { round: 1, ballots: [] }))).toBe('P6a roundClosed')
    expect(paper.state.rounds[0]?.tally?.items).toMatchObject([{ result: 'noQuorum' }])
  })
})
