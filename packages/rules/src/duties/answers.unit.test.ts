import { describe, expect, it } from 'vitest'
import { World } from '../../test/world.ts'
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
const task = (dueOn: string) => ({ title: '修屋顶', kind: 'own', responsible: '施工队', dueOn, items: [1] })

describe('answers that are owed', () => {
  it('P9c: what a department entrusted is reported and answered', () => {
    const world = new World().on(2)
    expect(of(new World().on(2).filed().state, 'report')).toEqual([])
    world.filed()
    const state = {
      ...world.state,
      topic: { ...world.state.topic, asFiled: { ...world.state.topic.asFiled, relation: 'M1' } },
    } as const
    expect(days(of(state, 'report'))).toEqual([['2026-03-09', 'open']])
    world.on(5).done('reportToCommissioner', { body: '县交通局', text: '结果如下' })
    expect(of(world.state, 'reportAnswer')).toMatchObject([{ due: '2026-04-02', about: '县交通局' }])
    world.on(6).done('recordAnswer', { report: 1, result: 'adopted' })
    expect(days(of(world.state, 'reportAnswer'))).toEqual([['2026-04-02', '2026-03-06']])
  })

  it('P9d: what went to the assembly awaits its vote', () => {
    const world = new World().on(2).ready()
    world.done('escalate', { to: 'representatives', items: [1], reason: '争议较大' })
    expect(of(world.state, 'escalation')).toMatchObject([{ due: '2026-04-01', items: [1] }])
    const vote = { members: 30, attended: 25, votes: [{ item: 1, yes: 20, no: 5, abstain: 0 }] }
    world.on(20).done('recordAssembly', { escalation: 1, heldOn: '2026-03-19', ...vote })
    expect(days(of(world.state, 'escalation'))).toEqual([['2026-04-01', '2026-03-19']])
  })

  it('P9f: the dissents of a day are explained in ten working days', () => {
    const world = new World().on(2).filed()
    world.on(3).done('recordDissent', { item: 1, words: '太贵' })
    world.done('recordDissent', { item: 1, words: '太远' })
    expect(of(world.state, 'explain')).toMatchObject([{ due: '2026-03-17', count: 2 }])
    world.on(18).done('explainDissent', { dissent: 1, text: '说明' })
    expect(of(world.state, 'explain')).toMatchObject([{ due: '2026-03-17', count: 1 }])
    world.on(19).done('explainDissent', { dissent: 2, text: '说明' })
    expect(days(of(world.state, 'explain'))).toEqual([['2026-03-17', '2026-03-19']])
  })
})

describe('what was entrusted', () => {
  const calendar: Calendar = { addWorkdays: addDays }
  const of = (state: Consultation, kind: Duty['kind'], facts: Partial<DutyFacts> = {}) =>
    dutiesOf(state, { ...quiet, ...facts }, calendar).filter((duty) => duty.kind === kind)
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
  const calendar: Calendar = { addWorkdays: addDays }
  const of = (state: Consultation, kind: Duty['kind'], facts: Partial<DutyFacts> = {}) =>
    dutiesOf(state, { ...quiet, ...facts }, calendar).filter((duty) => duty.kind === kind)

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
  const calendar: Calendar = { addWorkdays: addDays }
  const of = (state: Consultation, kind: Duty['kind'], facts: Partial<DutyFacts> = {}) =>
    dutiesOf(state, { ...quiet, ...facts }, calendar).filter((duty) => duty.kind === kind)

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
    expect(of(world.state, 'review', { feedback })).toMatchObject([{ due: '2026-04-01' }])
    expect(of(world.state, 'feedback')).toEqual([])
  })
})
