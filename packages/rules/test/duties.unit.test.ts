import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  type Calendar,
  type Consultation,
  type Duty,
  type DutyFacts,
  type DutyKind,
  dayOf,
  dutiesOf,
  dutyState,
  placeDuties,
} from '../src/index.ts'
import { officer, township, usualSeats, World } from './world.ts'

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

describe('a duty', () => {
  it('G3: is overdue exactly from the day after, pointed out before, and late stays late', () => {
    const due = '2026-03-10'
    expect(dutyState({ due }, '2026-03-06', 3)).toBe('open')
    expect(dutyState({ due }, '2026-03-07', 3)).toBe('soon')
    expect(dutyState({ due }, '2026-03-10', 3)).toBe('soon')
    expect(dutyState({ due }, '2026-03-11', 3)).toBe('overdue')
    expect(dutyState({ due, doneOn: '2026-03-10' }, '2026-05-01', 3)).toBe('done')
    expect(dutyState({ due, doneOn: '2026-03-11' }, '2026-03-11', 3)).toBe('doneLate')
  })
})

describe('the duties of a consultation', () => {
  it('P1b: a topic is registered or returned in three working days', () => {
    const world = new World().on(6)
    world.propose()
    expect(days(of(world.state, 'register'))).toEqual([['2026-03-11', 'open']])
    world.on(12).done('returnTopic', { reason: '请补充' })
    expect(days(of(world.state, 'register'))).toEqual([['2026-03-11', '2026-03-12']])
  })

  it('P3a: who is not told yet is told before the meeting; told late stays late', () => {
    const world = new World().on(2).notified(usualSeats(6))
    const { meeting } = world.state.notices[0] ?? { meeting: { at: '' } }
    expect(of(world.state, 'tell', { untold: 2 })).toMatchObject([{ due: dayOf(meeting.at), count: 2 }])
    const late = of(world.state, 'tell', { lastTold: '2026-03-08T03:00:00.000Z' })
    expect(days(late)).toEqual([['2026-03-04', '2026-03-08']])
  })

  it('P3b: opinions are answered in five working days after they closed', () => {
    const world = new World().on(2).notified(usualSeats(6))
    expect(of(world.state, 'opinions')).toEqual([])
    expect(of(world.state, 'opinions', { opinions: 2 })).toMatchObject([{ due: '2026-03-10', count: 2 }])
    world.on(9).done('answerOpinion', { opinion: 'one', text: '采纳' })
    expect(of(world.state, 'opinions', { opinions: 2 })).toMatchObject([{ due: '2026-03-10', count: 1 }])
    world.on(11).done('answerOpinion', { opinion: 'two', text: '采纳' })
    expect(days(of(world.state, 'opinions', { opinions: 2 }))).toEqual([['2026-03-10', '2026-03-11']])
  })

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

  it('P9c: what a department entrusted is reported and answered', () => {
    const world = new World().on(2)
    expect(of(new World().on(2).filed().state, 'report')).toEqual([])
    world.filed()
    const state = { ...world.state, topic: { ...world.state.topic, matter: 'M1.1' } }
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

  it('P11b: nothing is owed in the archive, and what was late there stays visible', () => {
    const world = new World().on(2).filed()
    world.on(10).done('answerFiling', { body: 0, result: 'acknowledged' }, township)
    world.done('publishOutcome', { channels: ['website'], text: '公示' })
    world.archived()
    const duties = all(world.state, { untold: 3 })
    expect(duties.filter(({ doneOn }) => doneOn === undefined)).toEqual([])
    expect(duties.find(({ kind }) => kind === 'publish')).toMatchObject({ due: '2026-03-09', doneOn: '2026-03-10' })
  })

  it('G3: every duty has one name, a due day, and is never both open and done, whatever the day', () => {
    const worlds = [
      new World().on(2).notified(),
      new World().on(2).filed(),
      carryingOut(['own', 'outside', 'own']),
      carryingOut(['outside']).on(25),
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...worlds),
        fc.nat(5),
        fc.nat(5),
        fc.nat(400),
        fc.nat(15),
        (world, untold, opinions, offset, reminder) => {
          const today = addDays('2026-02-01', offset)
          const duties = all(world.state, { untold, opinions })
          expect(new Set(duties.map(({ id }) => id)).size).toBe(duties.length)
          for (const duty of duties) {
            expect(duty.due).toMatch(/^\d{4}-\d{2}-\d{2}$/)
            const state = dutyState(duty, today, reminder)
            expect(['done', 'doneLate'].includes(state)).toBe(duty.doneOn !== undefined)
            if (duty.doneOn === undefined) expect(state === 'overdue').toBe(today > duty.due)
            // A day later it is never less urgent.
            const order = ['open', 'soon', 'overdue']
            const next = dutyState(duty, addDays(today, 1), reminder)
            if (order.includes(state)) expect(order.indexOf(next)).toBeGreaterThanOrEqual(order.indexOf(state))
          }
        },
      ),
    )
    expect(officer.division).toHaveLength(12)
  })
})

describe('the duties of a place', () => {
  const village = '331102001001'
  const facts = { councils: [], reviews: [], notes: [], since: '2026-01-01' }
  const councils = (held: readonly string[], today: string, since = '2026-01-01') =>
    placeDuties(village, { ...facts, councils: held, since }, today).filter(({ kind }) => kind === 'council')

  it('F2: a council is due once a quarter; a later one does not make up for it', () => {
    expect(councils([], '2026-05-20')).toMatchObject([
      { id: 'council-2026Q1', due: '2026-03-31' },
      { id: 'council-2026Q2', due: '2026-06-30' },
    ])
    expect(days(councils(['2026-04-01'], '2026-05-20'))).toEqual([
      ['2026-03-31', 'open'],
      ['2026-06-30', '2026-04-01'],
    ])
    expect(days(councils(['2026-06-30', '2026-05-05'], '2026-05-20')).at(-1)).toEqual(['2026-06-30', '2026-05-05'])
  })

  it('F2: the quarter turns at midnight in UTC+8', () => {
    const before = councils([dayOf('2026-03-31T15:59:59.999Z')], dayOf('2026-03-31T15:59:59.999Z'))
    expect(before.at(-1)).toMatchObject({ id: 'council-2026Q1', doneOn: '2026-03-31' })
    const after = councils([dayOf('2026-03-31T16:00:00.000Z')], dayOf('2026-03-31T16:00:00.000Z'))
    expect(after.at(-1)).toMatchObject({ id: 'council-2026Q2', doneOn: '2026-04-01' })
    expect(after[0]?.doneOn).toBeUndefined()
  })

  it('F2: nothing is owed for quarters from before the county began', () => {
    expect(councils([], '2026-05-20', '2026-05-20').map(({ id }) => id)).toEqual(['council-2026Q2'])
  })

  it('F2: whatever the day, each quarter has one duty that ends with it', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.array(fc.nat(3000), { maxLength: 6 }), (offset, held) => {
        const today = addDays('2026-01-01', offset)
        const sessions = held.map((at) => addDays('2026-01-01', at))
        const duties = councils(sessions, today)
        const current = duties.at(-1)
        expect(current?.due && current.due >= today).toBe(true)
        expect(dayOf(`${current?.due}T16:00:00.000Z`).slice(8)).toBe('01')
        for (const duty of duties) {
          const month = Number(duty.due.slice(5, 7))
          const from = `${duty.due.slice(0, 4)}-${String(month - 2).padStart(2, '0')}-01`
          expect(duty.doneOn !== undefined).toBe(sessions.some((day) => day >= from && day <= duty.due))
        }
      }),
    )
  })

  it('F4: the year-end review is owed from October, and late when the next year has begun', () => {
    const reviews = (today: string, held: readonly { year: number; day: string }[] = []) =>
      days(placeDuties(village, { ...facts, reviews: held }, today).filter(({ kind }) => kind === 'yearReview'))
    expect(reviews('2026-09-30')).toEqual([])
    expect(reviews('2026-10-01')).toEqual([['2026-12-31', 'open']])
    expect(reviews('2027-01-15', [{ year: 2026, day: '2027-01-10' }])).toEqual([['2026-12-31', '2027-01-10']])
  })

  it('G3: a supervision note is answered by its day, by the place it was sent to', () => {
    const notes = [
      { id: 'N1', title: '请督促', due: '2026-03-10' },
      { id: 'N2', title: '请说明', due: '2026-03-10', answeredOn: '2026-03-11' },
    ]
    expect(placeDuties(township.division, { ...facts, notes }, '2026-03-12')).toMatchObject([
      { id: 'note-N1', kind: 'note', due: '2026-03-10', who: { role: 'township' } },
      { id: 'note-N2', doneOn: '2026-03-11' },
    ])
  })
})
