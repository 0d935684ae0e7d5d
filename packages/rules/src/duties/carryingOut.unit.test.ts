import { describe, expect, it } from 'vitest'
import { World } from '../../test/world.ts'
import {
  addDays,
  type Calendar,
  type Consultation,
  type Duty,
  type DutyFacts,
  type DutyKind,
  dayOf,
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
/** Published on 2 March with these tasks. */
const carryingOut = (kinds: readonly ('own' | 'outside')[] = ['own'], dueOn = '2026-03-20') => {
  const world = new World().on(2).published()
  for (const kind of kinds) world.done('addTask', { title: '修屋顶', kind, responsible: '施工队', dueOn, items: [1] })
  return world
}
const task = (dueOn: string) => ({ title: '修屋顶', kind: 'own', responsible: '施工队', dueOn, items: [1] })
/** Two tasks of which the later one in the list is done first. */
function twoTasks(): World {
  const world = new World().on(2).published()
  for (const dueOn of ['2026-03-20', '2026-03-25']) world.done('addTask', task(dueOn))
  return world
}

describe('what is owed of the carrying out', () => {
  it('P9a: a task is due on its day and stays late when it was late', () => {
    const world = carryingOut(['own'], '2026-03-20')
    expect(of(world.state, 'task')).toMatchObject([{ due: '2026-03-20', about: '修屋顶' }])
    world.on(21).done('reportProgress', { task: 1, text: '完工', done: true })
    expect(days(of(world.state, 'task'))).toEqual([['2026-03-20', '2026-03-21']])
  })

  it('P9b: an outside body is urged every fifteen days until it is done', () => {
    const world = carryingOut(['outside'], '2026-03-31')
    expect(days(of(world.state, 'urge'))).toEqual([['2026-03-17', 'open']])
    world.on(18).done('urgeTask', { task: 1, text: '请尽快' })
    expect(days(of(world.state, 'urge'))).toEqual([
      ['2026-03-17', '2026-03-18'],
      ['2026-04-02', 'open'],
    ])
    world.on(30).done('reportProgress', { task: 1, text: '完工', done: true })
    expect(days(of(world.state, 'urge'))).toEqual([['2026-03-17', '2026-03-18']])
    expect(days(of(world.state, 'outsideTask'))).toEqual([['2026-03-31', '2026-03-30']])
  })

  it('P10a, P10c: reports and progress come at their interval until everything is done', () => {
    const world = carryingOut(['own'], '2026-05-31')
    expect(days(of(world.state, 'supervise'))).toEqual([['2026-04-01', 'open']])
    world.on(31).done('reportToSupervisors', { text: '进展顺利' })
    expect(days(of(world.state, 'supervise'))).toEqual([
      ['2026-04-01', '2026-03-31'],
      ['2026-04-30', 'open'],
    ])
    expect(days(of(world.state, 'progress'))).toEqual([['2026-04-01', 'open']])
    world.now = '2026-04-05T04:00:00.000Z'
    world.done('reportProgress', { task: 1, text: '完工', done: true })
    expect(days(of(world.state, 'supervise'))).toEqual([['2026-04-01', '2026-03-31']])
    expect(days(of(world.state, 'progress'))).toEqual([['2026-04-01', '2026-04-05']])
  })

  it('P12: the steps follow each other within their time; the last waits for the carrying out', () => {
    const world = new World().on(2).filed()
    world.done('markMajor', { reason: '金额较大' })
    expect(of(world.state, 'major')).toMatchObject([{ due: '2026-04-01', about: '党员群众建议' }])
    const vote = { members: 30, attended: 25, yes: 20 }
    for (const [index, step] of world.state.parameters.majorSteps.slice(0, 6).entries()) {
      world.on(3 + index).done('recordMajorStep', {
        step: step.id,
        heldOn: dayOf(world.now),
        ...(step.quorum !== undefined && { vote }),
      })
    }
    const steps = of(world.state, 'major')
    expect(steps).toHaveLength(6)
    expect(steps[1]).toMatchObject({ due: '2026-04-02', doneOn: '2026-03-04' })
    world.done('publishOutcome', { channels: ['website'], text: '公示' })
    world.done('addTask', { title: '修', kind: 'own', responsible: '村委会', dueOn: '2026-03-30', items: [1] })
    world.on(20).done('reportProgress', { task: 1, text: '完工', done: true })
    expect(of(world.state, 'major').at(-1)).toMatchObject({ about: '实施情况公开', due: '2026-04-19' })
  })

  it('F4: what was carried out is reviewed within a month, in a session or as it was entered', () => {
    const world = carryingOut()
    expect(of(world.state, 'review')).toEqual([])
    world.on(10).done('reportProgress', { task: 1, text: '完工', done: true })
    expect(days(of(world.state, 'review'))).toEqual([['2026-04-09', 'open']])
    expect(days(of(world.state, 'review', { reviewedOn: ['2026-03-01', '2026-04-10'] }))).toEqual([
      ['2026-04-09', '2026-04-10'],
    ])
  })
})

describe('what is owed once everything is carried out', () => {
  const calendar: Calendar = { addWorkdays: addDays }
  const of = (state: Consultation, kind: Duty['kind'], facts: Partial<DutyFacts> = {}) =>
    dutiesOf(state, { ...quiet, ...facts }, calendar).filter((duty) => duty.kind === kind)

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
