import { describe, expect, it } from 'vitest'
import { turns } from '../src/duties/deadlines.ts'
import {
  addDays,
  type Calendar,
  type Consultation,
  type Duty,
  type DutyFacts,
  defaultMajorSteps,
  defaultParameters,
  dutiesOf,
  type MajorStep,
  overdueOf,
  type PlaceFacts,
  placeDuties,
} from '../src/index.ts'
import { aspects, secondOfficer, township, village, World } from './world.ts'

const calendar: Calendar = { addWorkdays: addDays }
const quiet: DutyFacts = { untold: 0, opinions: 0 }
const of = (state: Consultation, kind: Duty['kind'], facts: Partial<DutyFacts> = {}) =>
  dutiesOf(state, { ...quiet, ...facts }, calendar).filter((duty) => duty.kind === kind)
const days = (duties: readonly Duty[]) => duties.map(({ due, doneOn }) => `${due} ${doneOn ?? 'open'}`)

const task = (dueOn: string) => ({ title: '修屋顶', kind: 'own', responsible: '施工队', dueOn, items: [1] })

/** Two tasks of which the later one in the list is done first. */
function twoTasks(): World {
  const world = new World().on(2).published()
  for (const dueOn of ['2026-03-20', '2026-03-25']) world.done('addTask', task(dueOn))
  return world
}

describe('what is owed once everything is carried out', () => {
  it('F4: is a review, from the day on which the last task was done, whichever that was', () => {
    const world = twoTasks()
    world.on(18).done('reportProgress', { task: 2, text: '完工', done: true })
    expect(of(world.state, 'review')).toEqual([])
    world.on(12).done('reportProgress', { task: 1, text: '完工', done: true })
    const [review] = of(world.state, 'review')
    expect(review?.due).toBe(addDays('2026-03-18', world.state.parameters.periods.review))
    const inTurn = twoTasks()
    inTurn.on(12).done('reportProgress', { task: 2, text: '完工', done: true })
    inTurn.on(15).done('reportProgress', { task: 1, text: '完工', done: true })
    expect(of(inTurn.state, 'review').map(({ due }) => due)).toEqual([addDays('2026-03-15', 30)])
  })

  it('F4: is met by a session of that kind or by a review outside, on the day or after, and by nothing before', () => {
    const world = new World().on(2).published()
    world.done('addTask', task('2026-03-20'))
    const done = (facts: Partial<DutyFacts> = {}) => of(world.state, 'review', facts).map(({ doneOn }) => doneOn)
    world.on(10).done('reportProgress', { task: 1, text: '完工', done: true })
    expect(done()).toEqual([undefined])
    expect(done({ reviewedOn: ['2026-03-09'] })).toEqual([undefined])
    expect(done({ reviewedOn: ['2026-03-14', '2026-03-10'] })).toEqual(['2026-03-10'])
    const { sessions } = world.state
    const held = (kind: 'review' | 'council', at: string) => ({
      ...(sessions[0] as (typeof sessions)[number]),
      kind,
      at,
    })
    const withSessions = (...some: ReturnType<typeof held>[]) =>
      of({ ...world.state, sessions: some }, 'review').map(({ doneOn }) => doneOn)
    expect(withSessions(held('council', '2026-03-11T04:00:00.000Z'))).toEqual([undefined])
    expect(withSessions(held('review', '2026-03-08T04:00:00.000Z'))).toEqual([undefined])
    expect(
      withSessions(held('review', '2026-03-13T04:00:00.000Z'), held('review', '2026-03-12T16:30:00.000Z')),
    ).toEqual(['2026-03-13'])
  })
})

describe('what was entrusted', () => {
  const proposedBy = (...kinds: ('government' | 'residents')[]) => {
    const world = new World().on(2)
    world.propose({ publicInterest: false, proposers: kinds.map((kind) => ({ kind, name: kind })) })
    return world
  }

  it('P9c: is reported to who entrusted it, be it one of several, once the record is filed', () => {
    expect(of(proposedBy('residents', 'government').state, 'report')).toEqual([])
    const world = new World().on(2).filed()
    const by = (...kinds: ('government' | 'residents')[]): Consultation => ({
      ...world.state,
      topic: { ...world.state.topic, proposers: kinds.map((kind) => ({ kind, name: kind })) },
    })
    expect(of(by('residents'), 'report')).toEqual([])
    const [owed] = of(by('residents', 'government'), 'report')
    expect(owed).toMatchObject({ id: 'report' })
    expect(owed).not.toHaveProperty('doneOn')
    world.on(4).done('reportToCommissioner', { body: '交通局', text: '情况' })
    expect(of(by('government'), 'report')[0]?.doneOn).toBe('2026-03-04')
  })

  it('P9d: items that were handed on are named one by one', () => {
    const world = new World().ready(6, 2).sitting(6)
    world.hands([
      { item: 1, yes: 1, no: 5, abstain: 0 },
      { item: 2, yes: 1, no: 5, abstain: 0 },
    ])
    world.done('escalate', { to: 'representatives', items: [1, 2], reason: '争议大' })
    expect(of(world.state, 'escalation')).toMatchObject([{ items: [1, 2] }])
  })
})

describe('dissents', () => {
  it('P9f: are explained when the last of their day was, and not while one is open', () => {
    const world = new World().on(2).published(2)
    for (const item of [1, 2]) world.done('recordDissent', { item, words: '太贵', name: '周师傅' })
    world.on(9).done('explainDissent', { dissent: 1, text: '已说明' })
    expect(of(world.state, 'explain')).toMatchObject([{ count: 1 }])
    expect(of(world.state, 'explain')[0]).not.toHaveProperty('doneOn')
    world.on(6).done('explainDissent', { dissent: 2, text: '已说明' })
    expect(of(world.state, 'explain').map(({ doneOn }) => doneOn)).toEqual(['2026-03-09'])
  })
})

describe('feedback', () => {
  it('P11a: is answered in the days of an opinion, each day’s together, in the archive too', () => {
    const world = new World().on(2).published()
    const period = world.state.parameters.periods.opinions
    const feedback = [
      { day: '2026-03-06', left: 2, answered: 2, answeredOn: '2026-03-20' },
      { day: '2026-03-04', left: 3, answered: 1, answeredOn: '2026-03-05' },
    ]
    const owed = () =>
      of(world.state, 'feedback', { feedback }).map(({ id, due, count, doneOn }) => `${id} ${due} ${count} ${doneOn}`)
    const all = [
      `feedback-2026-03-04 ${addDays('2026-03-04', period)} 2 undefined`,
      `feedback-2026-03-06 ${addDays('2026-03-06', period)} undefined 2026-03-20`,
    ]
    expect(owed()).toEqual(all)
    world.done('addTask', task('2026-03-20'))
    world.done('reportProgress', { task: 1, text: '完工', done: true })
    world.archived()
    expect(owed()).toEqual(all)
    expect(of(world.state, 'review', { feedback })).toEqual([])
    expect(of(world.state, 'feedback')).toEqual([])
  })
})

describe('major matters', () => {
  it('P12: a step that failed is owed again, from the step before it', () => {
    const world = new World().on(2).filed()
    world.done('markMajor', { reason: '涉及征地' })
    const [first, second] = world.state.parameters.majorSteps
    world.on(4).done('recordMajorStep', {
      step: first?.id,
      heldOn: '2026-03-04',
      ...(first?.quorum !== undefined && { vote: { members: 9, attended: 9, yes: 9 } }),
    })
    const vote = { members: 9, attended: 9, needed: 6, yes: 1, passed: false }
    const failed =
      second === undefined
        ? []
        : [{ step: second, heldOn: '2026-03-06', note: '', vote, at: '', by: { sub: '', name: '' } }]
    const state = { ...world.state, majorRecords: [...world.state.majorRecords, ...failed] }
    expect(days(of(state, 'major'))).toEqual([
      `${addDays('2026-03-02', state.parameters.periods.major)} 2026-03-04`,
      `${addDays('2026-03-04', state.parameters.periods.major)} open`,
    ])
  })

  it('P12: nothing is owed of them before the record is filed', () => {
    const world = new World().on(2)
    world.propose({ matter: 'M2.6' })
    expect(of(world.state, 'major')).toEqual([])
  })

  it.each([
    ['carried out after it', '03-08', '04-09'],
    ['carried out before it', '03-15', '04-14'],
  ])(
    'P12: the last publication is due from whichever came later, the step before it or what was %s',
    (_, held, due) => {
      const [first, ...rest] = defaultMajorSteps
      const last = rest.at(-1)
      if (first === undefined || last === undefined) throw new Error('No steps')
      // This county lets one deliberation follow the first publication.
      const majorSteps = [...rest.slice(0, -1), first, last]
      const world = new World({ ...defaultParameters, majorSteps }).on(2).published()
      world.done('markMajor', { reason: '金额较大' })
      const record = (step: MajorStep, heldOn: string) =>
        world.done('recordMajorStep', {
          ...{ step: step.id, heldOn },
          ...(step.quorum !== undefined && { vote: { members: 5, attended: 5, yes: 5 } }),
        })
      for (const step of majorSteps.slice(0, 5)) record(step, '2026-03-02')
      world.done('addTask', task('2026-03-31'))
      world.on(10).done('reportProgress', { task: 1, text: '完工', done: true })
      world.on(15)
      record(first, `2026-${held}`)
      expect(of(world.state, 'major').at(-1)).toMatchObject({ id: `major-${last.id}`, due: `2026-${due}` })
    },
  )
})

describe('what comes again and again', () => {
  const next = (from: string) => addDays(from, 10)

  it('is counted from the time before, whatever the order and what lies before the start', () => {
    const done = ['2026-03-15', '2026-03-05', '2026-02-01', '2026-03-01']
    expect(turns('2026-03-01', done, next, undefined)).toEqual([
      { due: '2026-03-11', doneOn: '2026-03-01' },
      { due: '2026-03-11', doneOn: '2026-03-05' },
      { due: '2026-03-15', doneOn: '2026-03-15' },
      { due: '2026-03-25' },
    ])
  })

  it('is owed no more when it ended on its very day, and late when it ended after', () => {
    expect(turns('2026-03-01', [], next, '2026-03-11')).toEqual([])
    expect(turns('2026-03-01', [], next, '2026-03-12')).toEqual([{ due: '2026-03-11', doneOn: '2026-03-12' }])
  })
})

describe('the record', () => {
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

describe('the duties of a place', () => {
  const facts = (change: Partial<PlaceFacts> = {}): PlaceFacts => ({
    councils: [],
    reviews: [],
    notes: [{ id: 'n1', title: '补开', due: '2026-05-20' }],
    since: '2020-01-01',
    ...change,
  })
  const who = (division: string) => placeDuties(division, facts(), '2026-05-10').map((duty) => duty.who.role)

  it('G3: are those of the level that it is', () => {
    expect(new Set(who(village))).toEqual(new Set(['village']))
    expect(who('331102001')).toEqual(['township'])
    expect(who('331102')).toEqual(['county'])
  })

  it('F4: a year is reviewed by a review of that year, from its season on, and of the year that ended with its first day kept', () => {
    const reviews = [
      { year: 2025, day: '2025-12-20' },
      { year: 2026, day: '2026-12-01' },
    ]
    const yearly = (today: string, since = '2020-01-01') =>
      placeDuties(village, facts({ reviews, since }), today)
        .filter(({ kind }) => kind === 'yearReview')
        .map(({ id, doneOn }) => `${id} ${doneOn}`)
    expect(yearly('2026-09-30')).toEqual(['yearReview-2025 2025-12-20'])
    expect(yearly('2026-10-01')).toEqual(['yearReview-2025 2025-12-20', 'yearReview-2026 2026-12-01'])
    expect(yearly('2026-02-01', '2025-12-31')).toEqual(['yearReview-2025 2025-12-20'])
    expect(yearly('2026-02-01', '2026-01-01')).toEqual([])
  })

  it('F2: a quarter is owed where the county kept its duties on its last day', () => {
    const quarters = (since: string) =>
      placeDuties(village, facts({ since }), '2026-05-10')
        .filter(({ kind }) => kind === 'council')
        .map(({ about }) => about)
    expect(quarters('2026-03-31')).toEqual(['2026Q1', '2026Q2'])
    expect(quarters('2026-04-01')).toEqual(['2026Q2'])
  })

  it('G3: what is overdue is what was due before today', () => {
    const duty = (due: string) => ({
      id: due,
      kind: 'note' as const,
      who: { role: 'village' as const, division: village },
      due,
    })
    const duties = ['2026-05-09', '2026-05-10', '2026-05-11'].map(duty)
    expect(overdueOf({ duties }, '2026-05-10').map(({ due }) => due)).toEqual(['2026-05-09'])
  })
})
