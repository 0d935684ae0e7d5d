import { describe, expect, it } from 'vitest'
import { aspects, secondOfficer, township, World } from '../../test/world.ts'
import {
  addDays,
  type Calendar,
  type Consultation,
  type Duty,
  type DutyFacts,
  type DutyKind,
  dutiesOf,
} from '../index.ts'

/** Weekends only, so that a test can be counted by hand. 2026-03-01 is a Sunday. */
const calendar: Calendar = {
  addWorkdays: (day, count) => {
    let at = day
    for (let left = count; left > 0; ) {
      at = addDays(at, 1)
      if (![0, 6].includes(new Date(at).getUTCDay())) left--
    }
    return at
  },
}
const quiet: DutyFacts = { untold: 0, opinions: 0 }
const all = (state: Consultation, facts: Partial<DutyFacts> = {}) => dutiesOf(state, { ...quiet, ...facts }, calendar)
const of = (state: Consultation, kind: DutyKind, facts: Partial<DutyFacts> = {}) =>
  all(state, facts).filter((duty) => duty.kind === kind)
const days = (duties: readonly Duty[]) => duties.map(({ due, doneOn }) => [due, doneOn ?? 'open'])

describe('what is owed of the outcome', () => {
  it('P7: the record is filed and answered; what was returned is filed again', () => {
    const world = new World().on(2).ready().sitting(6)
    world.hands([{ item: 1, yes: 6, no: 0, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    expect(days(of(world.state, 'file'))).toEqual([['2026-03-09', 'open']])
    world.on(10).done('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] })
    expect(days(of(world.state, 'file'))).toEqual([['2026-03-09', '2026-03-10']])
    expect(of(world.state, 'filingAnswer')).toMatchObject([
      { due: '2026-03-24', about: '街道办', who: { role: 'township', division: township.division } },
    ])
    world.on(11).done('answerFiling', { body: 0, result: 'returned', note: '缺签到' }, township)
    expect(days(of(world.state, 'file'))).toEqual([
      ['2026-03-09', '2026-03-10'],
      ['2026-03-18', 'open'],
    ])
    expect(of(world.state, 'publish')).toEqual([])
    world.on(12).done('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] })
    expect(days(of(world.state, 'file')).at(-1)).toEqual(['2026-03-18', '2026-03-12'])
    expect(days(of(world.state, 'filingAnswer'))).toEqual([
      ['2026-03-24', '2026-03-11'],
      ['2026-03-26', 'open'],
    ])
  })

  it('P8: the outcome is published in five working days, and again when it was corrected', () => {
    const world = new World().on(2).filed()
    expect(days(of(world.state, 'publish'))).toEqual([['2026-03-09', 'open']])
    world.on(10).done('publishOutcome', { channels: ['website'], text: '公示' })
    expect(days(of(world.state, 'publish'))).toEqual([['2026-03-09', '2026-03-10']])
    world.on(12).done('correctOutcome', { ground: '土地管理法', text: '改在集体用地' }, township)
    expect(days(of(world.state, 'publish'))).toEqual([
      ['2026-03-09', '2026-03-10'],
      ['2026-03-19', 'open'],
    ])
    world.on(13).done('publishOutcome', { channels: ['website'], text: '更正公示' })
    expect(days(of(world.state, 'publish')).at(-1)).toEqual(['2026-03-19', '2026-03-13'])
  })
})

describe('the record', () => {
  const calendar: Calendar = { addWorkdays: addDays }
  const of = (state: Consultation, kind: Duty['kind'], facts: Partial<DutyFacts> = {}) =>
    dutiesOf(state, { ...quiet, ...facts }, calendar).filter((duty) => duty.kind === kind)
  const days = (duties: readonly Duty[]) => duties.map(({ due, doneOn }) => `${due} ${doneOn ?? 'open'}`)

  it('P7: is answered by its township, and by whom it names otherwise; what was filed anew is answered anew', () => {
    const world = new World().on(2).ready().sitting(6)
    world.hands([{ item: 1, yes: 6, no: 0, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    const bodies = [
      { body: 'department', name: '县住建局' },
      { body: 'township', name: '街道办' },
    ]
    world.on(3).done('fileRecord', { bodies })
    world.on(4).done('answerFiling', { body: 1, result: 'returned', note: '缺签到' }, township)
    world.on(5).done('fileRecord', { bodies })
    expect(of(world.state, 'filingAnswer').map(({ id, who, about }) => [id, who.role, about])).toEqual([
      ['filingAnswer-1-2', 'township', '街道办'],
      ['filingAnswer-2-1', 'village', '县住建局'],
      ['filingAnswer-2-2', 'township', '街道办'],
    ])
    const period = world.state.parameters.periods.file
    expect(days(of(world.state, 'file'))).toEqual([
      `${addDays('2026-03-02', period)} 2026-03-03`,
      `${addDays('2026-03-04', period)} 2026-03-05`,
    ])
    world.on(6).done('answerFiling', { body: 0, result: 'acknowledged' })
    expect(world.state.filings.map(({ bodies }) => bodies[0]?.answer?.result)).toEqual([undefined, 'acknowledged'])
    world.on(7).done('answerFiling', { body: 1, result: 'returned', note: '还缺' }, township)
    expect(days(of(world.state, 'file')).at(-1)).toBe(`${addDays('2026-03-07', period)} open`)
  })

  it('P7: is filed from the last vote before it, of the round or of the assembly', () => {
    const world = new World().on(2).ready(6, 1).sitting(6)
    world.hands([{ item: 1, yes: 1, no: 5, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    world.on(3).done('escalate', { to: 'representatives', items: [1], reason: '争议大' })
    const votes = [{ item: 1, yes: 18, no: 4, abstain: 1 }]
    world.on(9).done('recordAssembly', { escalation: 1, heldOn: '2026-03-08', members: 30, attended: 23, votes })
    world.on(10).done('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] })
    expect(days(of(world.state, 'file'))).toEqual([
      `${addDays('2026-03-09', world.state.parameters.periods.file)} 2026-03-10`,
    ])
  })

  it('P7: is filed from whichever vote was last, the assembly’s or the round’s', () => {
    const world = new World().on(2).ready(6, 1).sitting(6)
    world.hands([{ item: 1, yes: 1, no: 5, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    world.on(3).done('escalate', { to: 'representatives', items: [1], reason: '争议大' })
    const votes = [{ item: 1, yes: 18, no: 4, abstain: 1 }]
    world.on(4).done('recordAssembly', { escalation: 1, heldOn: '2026-03-04', members: 30, attended: 23, votes })
    world.on(10).done('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] })
    const rounds = world.state.rounds.map((round) => ({ ...round, closedAt: '2026-03-08T04:00:00.000Z' }))
    const period = world.state.parameters.periods.file
    expect(days(of({ ...world.state, rounds }, 'file'))).toEqual([`${addDays('2026-03-08', period)} 2026-03-10`])
  })

  it('P7: a round that is counted after a filing was returned does not move the first filing', () => {
    const world = new World().on(2).ready().sitting(6)
    world.hands([{ item: 1, yes: 6, no: 0, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    world.on(3).done('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] })
    world.on(4).done('answerFiling', { body: 0, result: 'returned', note: '补一条' }, township)
    world.done('addItem', { title: '又一条', aspects })
    world
      .on(6)
      .sitting(6)
      .done('openRound', { method: 'hands', items: [2] })
    const counts = [{ item: 2, yes: 6, no: 0, abstain: 0 }]
    world.done('enterHands', { round: 2, counts })
    world.done('confirmHands', { round: 2, counts }, secondOfficer)
    const period = world.state.parameters.periods.file
    expect(days(of(world.state, 'file'))[0]).toBe(`${addDays('2026-03-02', period)} 2026-03-03`)
  })

  it('P8: a publication at the very moment of the filing is of that filing, not of the one before', () => {
    const world = new World().on(2).published()
    const [filing] = world.state.filings
    const [publication] = world.state.publications
    if (filing === undefined || publication === undefined) throw new Error('It was published')
    const at = (day: number) => `2026-03-0${day}T04:00:00.000Z`
    const state = (published: readonly number[]): Consultation => ({
      ...world.state,
      filings: [
        { ...filing, at: at(2), bodies: [] },
        { ...filing, at: at(5) },
      ],
      publications: published.map((day) => ({ ...publication, at: at(day) })),
    })
    const done = (published: readonly number[]) =>
      of(state(published), 'publish').map(({ id, doneOn }) => `${id} ${doneOn}`)
    expect(done([5])).toEqual(['publish-2 2026-03-05'])
    expect(done([2, 5])).toEqual(['publish-1 2026-03-02', 'publish-2 2026-03-05'])
  })
})
