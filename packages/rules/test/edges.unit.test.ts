import { describe, expect, it } from 'vitest'
import {
  type CommandType,
  type Consultation,
  decide,
  defaultMajorSteps,
  defaultParameters,
  evolve,
  maskPhone,
  noSeats,
  openDuties,
  refusalText,
  sizeOf,
  summarySchema,
} from '../src/index.ts'
import { aspects, basis, officer, refusalOf, secondOfficer, supervisor, township, usualSeats, World } from './world.ts'

const task = { title: '翻修', kind: 'own', responsible: '村委会', dueOn: '2026-04-01', items: [1] }
const decided = (items = 1) =>
  new World()
    .ready(6, items)
    .sitting(6)
    .hands(Array.from({ length: items }, (_, index) => ({ item: index + 1, yes: 6, no: 0, abstain: 0 })))

describe('one of several', () => {
  it('P9a: only the task that is meant goes on', () => {
    const world = new World().filed(12)
    world.done('addTask', { ...task, items: [10, 2, 2] })
    world.done('addTask', task)
    expect(world.state.tasks.map(({ items }) => items)).toEqual([[2, 10], [1]])
    world.done('reportProgress', { task: 2, text: '完工', done: true })
    world.done('urgeTask', { task: 1, text: '请快' })
    expect(world.state.tasks.map(({ doneAt, urged }) => [doneAt !== undefined, urged.length])).toEqual([
      [false, 1],
      [true, 0],
    ])
    expect(refusalOf(world.run('urgeTask', { task: 2, text: '请快' }))).toBe('P9a taskDone')
  })

  it('P9c: only the report that is meant is answered', () => {
    const world = new World().filed()
    for (const body of ['甲局', '乙局']) world.done('reportToCommissioner', { body, text: '情况' })
    world.done('recordAnswer', { report: 2, result: 'adopted' })
    expect(world.state.reports.map(({ answer }) => answer?.result)).toEqual([undefined, 'adopted'])
  })

  it('P7: only the body that is meant answers, and only the latest filing is answered', () => {
    const world = decided()
    world.done('closeSession', { session: 1 })
    const bodies = [
      { body: 'committee', name: '村委会' },
      { body: 'township', name: '街道办' },
    ]
    world.done('fileRecord', { bodies })
    world.done('answerFiling', { body: 0, result: 'acknowledged' })
    expect(world.state.filings[0]?.bodies.map(({ answer }) => answer?.result)).toEqual(['acknowledged', undefined])
    expect(world.state.step).toBe('filed')
    world.done('answerFiling', { body: 1, result: 'returned', note: '补充' }, township)
    expect(world.state.step).toBe('decided')
    world.done('fileRecord', { bodies })
    world.done('answerFiling', { body: 0, result: 'acknowledged' })
    expect(world.state.filings.map((filing) => filing.bodies.map(({ answer }) => answer?.result))).toEqual([
      ['acknowledged', 'returned'],
      ['acknowledged', undefined],
    ])
  })

  it('P7: one body that returns the record is enough to open it again, whatever the others say', () => {
    const world = decided()
    world.done('closeSession', { session: 1 })
    world.done('fileRecord', { bodies: ['甲', '乙'].map((name) => ({ body: 'department', name })) })
    world.done('answerFiling', { body: 1, result: 'returned', note: '补充' })
    expect(refusalOf(world.run('publishOutcome', { channels: ['website'], text: '公示' }))).toBe('P8 notFiled')
  })

  it('P9d: only the escalation that is meant has its vote, each item by its own', () => {
    const world = new World().ready(6, 12).sitting(6)
    const escalate = (items: number[]) => world.done('escalate', { to: 'representatives', items, reason: '争议' })
    escalate([12, 2, 2])
    escalate([3])
    expect(world.state.escalations.map(({ items }) => items)).toEqual([[2, 12], [3]])
    const line = (item: number, yes: number) => ({ item, yes, no: 0, abstain: 0 })
    const votes = [line(12, 20), line(2, 3)]
    world.done('recordAssembly', { escalation: 1, heldOn: '2026-03-01', members: 30, attended: 30, votes })
    expect(world.state.escalations.map(({ vote }) => vote !== undefined)).toEqual([true, false])
    const of = (item: number) => world.state.items.find((one) => one.item === item)?.status
    expect([of(1), of(2), of(3), of(12)]).toEqual(['open', 'failed', 'open', 'passed'])
    expect(world.state.step).toBe('deliberating')
    expect(refusalOf(world.run('escalate', { to: 'representatives', items: [2], reason: '再议' }))).toBe('accepted')
    expect(refusalOf(world.run('escalate', { to: 'representatives', items: [4, 3], reason: '再议' }))).toBe(
      'P9d alreadyEscalated',
    )
  })

  it('P9d: nothing is handed on while it is voted, or once the record is filed', () => {
    const world = new World().ready(6, 2)
    world.done('openRound', { method: 'online', items: [1] })
    const escalate = (items: number[], on = world) =>
      refusalOf(on.run('escalate', { to: 'representatives', items, reason: '争议' }))
    expect(escalate([1])).toBe('P9d itemUnderVote')
    expect(escalate([2])).toBe('accepted')
    expect(escalate([1], new World().filed())).toBe('P9d alreadyFiled')
  })

  it('P5a, P6b: only the session that is meant is attended and closed, and what is said is kept with its item', () => {
    const world = new World().ready(6, 2).sitting(2)
    world.done('closeSession', { session: 1 })
    expect(refusalOf(world.run('closeSession', { session: 1 }))).toBe('P5a sessionClosed')
    world.sitting(5)
    expect(world.state.sessions.map(({ present, closedAt }) => [sizeOf(present), closedAt !== undefined])).toEqual([
      [2, true],
      [5, false],
    ])
    expect(new World().ready().sitting(0).state.sessions[0]).toMatchObject({ present: noSeats, attendanceTaken: true })
    for (const item of [1, 2, 1]) world.done('recordDiscussion', { session: 2, item, text: `说${item}` })
    expect(world.state.items.map(({ discussions }) => discussions.map(({ text }) => text))).toEqual([
      ['说1', '说1'],
      ['说2'],
    ])
  })

  it('P6b: a session that has begun has nobody yet, and its list may change while no round of it is open', () => {
    const world = new World().ready(6, 2)
    const opened = world.done('openSession', { kind: 'council', place: '室', host: '甲', recorder: '乙' })
    expect(opened.sessions[0]).toMatchObject({ present: noSeats, attendanceTaken: false })
    world.done('takeAttendance', { session: 1, present: [1, 2, 3, 4] })
    world.hands([{ item: 1, yes: 4, no: 0, abstain: 0 }])
    world.done('takeAttendance', { session: 1, present: [1, 2, 3, 4, 5] })
    world.done('openRound', { method: 'hands', items: [2] })
    expect(refusalOf(world.run('takeAttendance', { session: 1, present: [1] }))).toBe('P6b attendanceFixed')
    expect(refusalOf(world.run('closeSession', { session: 1 }))).toBe('P6a roundOpen')
  })

  it('P6a: an online round of no session fixes nobody’s attendance', () => {
    const world = new World().ready()
    world.done('openRound', { method: 'online', items: [1] })
    world.done('openSession', { kind: 'council', place: '室', host: '甲', recorder: '乙' })
    expect(world.state.step).toBe('voting')
    expect(refusalOf(world.run('takeAttendance', { session: 1, present: [1] }))).toBe('accepted')
    expect(refusalOf(world.run('closeSession', { session: 1 }))).toBe('accepted')
  })
})

describe('where it stands', () => {
  it('goes through the steps, and back where something opens again', () => {
    const world = new World()
    const steps: string[] = []
    const seen = () => steps.push(world.state.step)
    world.listed()
    seen()
    world.done('chooseForms', { forms: ['meeting'] })
    world.done('addItem', { title: '一', aspects })
    seen()
    world.done('issueNotice', {
      text: '请来',
      materials: [{ title: '方案', text: '说明' }],
      meeting: { at: '2026-03-02T08:00:00.000Z', place: '室' },
      opinionsUntil: '2026-03-02T08:00:00.000Z',
      channels: ['sms', 'website', 'sms'],
    })
    seen()
    expect(world.state.notices[0]?.channels).toEqual(['sms', 'website'])
    world.done('recordTelling', { seats: [1, 2, 3, 4, 5, 6, 6], channel: 'door', toldAt: world.now, teller: '甲' })
    expect(world.state.tellings[0]?.seats).toBe('1-6')
    world.sitting(6)
    seen()
    world.done('openRound', { method: 'hands', items: [1] })
    seen()
    const counts = [{ item: 1, yes: 1, no: 5, abstain: 0 }]
    world.done('enterHands', { round: 1, counts })
    world.done('confirmHands', { round: 1, counts }, secondOfficer)
    seen()
    world.done('reviseItem', { item: 1, title: '改', aspects })
    seen()
    world.hands([{ item: 1, yes: 6, no: 0, abstain: 0 }])
    world.done('addItem', { title: '二', aspects })
    seen()
    world.hands([{ item: 2, yes: 6, no: 0, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    world.done('fileRecord', { bodies: [{ body: 'committee', name: '村委会' }] })
    seen()
    world.done('addTask', task)
    seen()
    world.done('publishOutcome', { channels: ['website', 'website'], text: '公示' })
    expect(world.state.publications[0]?.channels).toEqual(['website'])
    seen()
    world.done('answerFiling', { body: 0, result: 'returned', note: '补充' })
    seen()
    world.done('fileRecord', { bodies: [{ body: 'committee', name: '村委会' }] })
    seen()
    expect(steps.join(' ')).toBe(
      'listed listed notified deliberating voting decided deliberating deliberating filed carryingOut carryingOut decided carryingOut',
    )
  })

  it('P7: what only the assembly decided can be filed, too', () => {
    const world = new World().ready()
    const file = () => refusalOf(world.run('fileRecord', { bodies: [{ body: 'committee', name: '村委会' }] }))
    expect(file()).toBe('P7 noTally')
    world.done('escalate', { to: 'representatives', items: [1], reason: '争议' })
    expect(file()).toBe('P7 noTally')
    const votes = [{ item: 1, yes: 30, no: 0, abstain: 0 }]
    world.done('recordAssembly', { escalation: 1, heldOn: '2026-03-01', members: 30, attended: 30, votes })
    expect(file()).toBe('accepted')
  })

  it('S1, P2a, P1a: a reason that was not needed is no exception', () => {
    const world = new World()
    world.propose({ exception: '不需要' })
    world.done('registerTopic', { party: '书记', committee: '主任' })
    const [first, ...rest] = usualSeats(6)
    world.done('fixParticipants', {
      basis,
      seats: [first, ...rest],
      exception: '不需要',
    })
    expect(world.state.exceptions).toEqual([])
  })

  it('an event that cannot follow is an error of the store, said with its number', () => {
    const { events } = new World().listed()
    const [first, second, third] = events
    if (first === undefined || second === undefined || third === undefined) throw new Error('No events')
    expect(() => evolve(undefined, second)).toThrow('Event 2 of C1 cannot follow version 0')
    expect(() => evolve(evolve(undefined, first), third)).toThrow('Event 3 of C1 cannot follow version 1')
    expect(() => evolve(undefined, { ...second, number: 1 })).toThrow('The first event of C1 is TopicRegistered')
  })
})

describe('there is an end to everything', () => {
  /** A world in which one list of the head has grown to its limit. */
  const full = (state: Consultation, change: Partial<Consultation>, type: CommandType, body: object, actor = officer) =>
    refusalOf(
      decide({ ...state, ...change }, { type, body } as never, {
        now: '2026-03-01T08:00:00.000Z',
        actor,
        parameters: defaultParameters,
      }),
    )
  const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

  it.each([99, 100])('P5a, P9a, P9c, P9f, P10a, P10c: the last that fits, and one more (%i)', (count) => {
    const { state } = new World().published()
    const [item] = state.items
    const [tasks] = new World().filed().done('addTask', task).tasks
    if (item === undefined || tasks === undefined) throw new Error('Nothing there')
    const open = new World().ready().state
    const fits = (refusal: string) => (count === 99 ? 'accepted' : refusal)
    const report = { at: '', by: { sub: '', name: '' }, report: 1, body: '局', text: '' }
    expect(full(open, { items: times(count, item) }, 'addItem', { title: '一', aspects })).toBe(
      fits('P5a tooManyItems'),
    )
    expect(full(state, { tasks: times(count, tasks) }, 'addTask', task)).toBe(fits('P9a tooManyTasks'))
    expect(full(state, { reports: times(count, report) }, 'reportToCommissioner', { body: '局', text: '一' })).toBe(
      fits('P9c tooManyReports'),
    )
    const note = { at: '', by: { sub: '', name: '' }, kind: 'report' as const, text: '' }
    const notes = { supervision: times(count + 100, note) }
    expect(full(state, notes, 'reportToSupervisors', { text: '一' })).toBe(fits('P10a tooManyReports'))
    expect(full(state, notes, 'remark', { text: '一' }, supervisor)).toBe(fits('P10a tooManyReports'))
    const bulletin = { at: '', by: { sub: '', name: '' }, progress: '', problems: '', impact: '' }
    expect(full(state, { bulletins: times(count + 100, bulletin) }, 'publishProgress', { progress: '一' })).toBe(
      fits('P10c tooManyReports'),
    )
    const dissents = [{ from: 1, to: count + 99_900, at: state.updatedAt, explained: '' }]
    expect(full(state, { dissents }, 'recordDissent', { item: 1, words: '不', name: '' })).toBe(
      fits('P9f tooManyDissents'),
    )
  })
})

describe('too early', () => {
  it.each([
    ['P4 notListed', 'chooseForms', { forms: ['meeting'] }],
    ['P5a notRegistered', 'addItem', { title: '一', aspects }],
    ['P9g notFiled', 'correctOutcome', { ground: '某法', text: '改' }],
    [
      'P3a noNotice',
      'recordTelling',
      { seats: [1], channel: 'door', toldAt: '2026-03-01T08:00:00.000Z', teller: '甲' },
    ],
    ['S2 noNotice', 'openRound', { method: 'online', items: [1] }],
    ['P3b noNotice', 'openSession', { kind: 'council', place: '室', host: '甲', recorder: '乙' }],
  ] as const)('%s', (refusal, type, body) => {
    const world = new World()
    world.propose()
    expect(refusalOf(world.run(type, body, township))).toBe(refusal)
  })

  it('P3b: an opinion that nobody left is not answered', () => {
    const { state } = new World().notified()
    const command = { type: 'answerOpinion', body: { opinion: 'o9', text: '谢谢' } } as const
    const context = { now: '2026-03-01T08:00:00.000Z', actor: officer, parameters: defaultParameters }
    expect(refusalOf(decide(state, command, context))).toBe('P3b opinionUnknown')
    expect(refusalOf(decide(state, command, { ...context, opinionExists: false }))).toBe('P3b opinionUnknown')
    expect(refusalOf(decide(state, command, { ...context, opinionExists: true }))).toBe('accepted')
  })

  it('P6a, P5a: nothing of the vote is touched once the record is filed', () => {
    const world = new World().filed(2)
    expect(refusalOf(world.run('openRound', { method: 'online', items: [1] }))).toBe('P6a alreadyFiled')
    expect(refusalOf(world.run('openSession', { kind: 'talk', place: '室', host: '甲', recorder: '乙' }))).toBe(
      'P5a alreadyFiled',
    )
    expect(refusalOf(world.run('recordDiscussion', { session: 1, item: 1, text: '又' }))).toBe('P5a alreadyFiled')
    expect(refusalOf(world.run('addItem', { title: '三', aspects }))).toBe('P5a alreadyFiled')
  })

  it('P9d, P12: everybody may come, and everybody may be in favour', () => {
    const world = new World().ready().sitting(6)
    world.hands([{ item: 1, yes: 1, no: 5, abstain: 0 }])
    world.done('escalate', { to: 'households', items: [1], reason: '争议' })
    const votes = [{ item: 1, yes: 12, no: 0, abstain: 0 }]
    world.done('recordAssembly', { escalation: 1, heldOn: '2026-03-01', members: 12, attended: 12, votes })
    world.done('closeSession', { session: 1 })
    world.done('fileRecord', { bodies: [{ body: 'committee', name: '村委会' }] })
    world.done('markMajor', { reason: '重大' })
    for (const step of defaultMajorSteps)
      world.done('recordMajorStep', {
        step: step.id,
        heldOn: '2026-03-01',
        ...(step.quorum !== undefined && { vote: { members: 5, attended: 5, yes: 5 } }),
      })
    const [suggestion] = world.state.majorRecords
    expect(Object.keys(suggestion ?? {})).not.toContain('until')
    expect(openDuties(world.state).map(({ clause }) => clause)).not.toContain('P12')
  })
})

describe('what is owed', () => {
  it('P11b: is told in sentences that name what they mean', () => {
    const world = new World()
    world.propose({ matter: 'M2.4' })
    const said = (on: World) => openDuties(on.state).map((duty) => refusalText(duty, 'zh'))
    expect(said(world)).toEqual([
      '请先备案协商成果。',
      '请先公示协商成果。',
      '重大事项须先完成五议两公开，下一步是“党员群众建议”。',
    ])
    expect(said(new World().published())).toEqual([])
  })

  it('P8, P9g: what was lifted again needs no new publication', () => {
    const world = new World().published()
    world.on(4).done('suspendOutcome', { ground: '某法', text: '停' }, township)
    world.on(5).done('liftSuspension', { ground: '某法', text: '行' }, township)
    expect(refusalOf(world.run('publishOutcome', { channels: ['website'], text: '又' }))).toBe('P8 alreadyPublished')
    expect(openDuties(world.state)).toEqual([])
  })
})

describe('P9e: several villages', () => {
  const villages = ['331102001003', '331102001001', '331102001003']
  const county = { ...township, role: 'county' as const, division: '331102' }

  it('P9e: are named once each; the county may propose, too', () => {
    const world = new World()
    world.propose({ division: township.division, villages }, county)
    expect(world.state.villages).toEqual(['331102001001', '331102001003'])
    expect(refusalOf(new World().propose({ division: township.division }, township))).toBe('P9e severalVillages')
    const twice = ['331102001001', '331102001001']
    expect(refusalOf(new World().propose({ division: township.division, villages: twice }, township))).toBe(
      'P9e severalVillages',
    )
    const mixed = ['331102001001', '331102001002', '331102002001']
    expect(refusalOf(new World().propose({ division: township.division, villages: mixed }, township))).toBe(
      'P9e severalVillages',
    )
  })

  it('P1b: what is resubmitted is held to the same rules, and follows nothing it did not follow', () => {
    const world = new World()
    world.propose()
    world.done('returnTopic', { reason: '补充' })
    const { title, description, proposers } = world.state.topic
    const again = (matter: string) =>
      refusalOf(world.run('resubmitTopic', { title, description, matter, publicInterest: true, proposers }))
    expect(again('M9.9')).toBe('M6 matterUnknown')
    expect(again('M5.2')).toBe('accepted')
    expect(Object.keys(world.state.topic)).not.toContain('follows')
  })
})

it('U3: a summary from a county that does not know an indicator yet has nothing of it', () => {
  const summary = {
    ...{ v: 1, consultation: 'C1', tenant: '331102', division: '331102001001', title: '一', step: 'filed' },
    ...{ updatedAt: '2026-03-01T08:00:00.000Z', version: 1, figures: { consultations: 1 } },
  }
  expect(summarySchema.parse(summary).figures).toMatchObject({ consultations: 1, tasks: 0, closed: 0 })
})

it('a phone number is shown masked', () => {
  expect(maskPhone('+8613812345678')).toBe('*********78')
  expect(maskPhone('13800+8678')).toBe('********78')
})
