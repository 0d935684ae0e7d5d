import { rolesWith } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { aspects, officer, refusalOf, secondOfficer, supervisor, township, World } from '../../test/world.ts'
import { commands, decide } from '../deciding.ts'
import { type CommandType, type Consultation, defaultParameters, evolve, fold, keysOf, type Role } from '../index.ts'

const task = { title: '翻修', kind: 'own', responsible: '村委会', dueOn: '2026-04-01', items: [1] }

describe('who may', () => {
  it.each(['city', 'supervisor'] as const)('the %s reads and gives no command', (role: Role) => {
    const world = new World()
    world.propose()
    for (const type of keysOf(commands)) {
      if (role !== 'supervisor' || type !== 'remark') expect(rolesWith(commands[type].verb), type).not.toContain(role)
    }
    expect(refusalOf(world.run('returnTopic', { reason: '不行' }, { ...officer, role }))).toBe('P1b roleMayNot')
  })
})

describe('the events', () => {
  it('are numbered without a gap: none is taken twice or before its time', () => {
    const { events } = new World().ready()
    expect(fold(events)?.version).toBe(events.length)
    const [first, second] = events
    if (first === undefined || second === undefined) throw new Error('There should be events')
    expect(() => evolve(undefined, { ...second, number: 1 })).toThrow('first event')
    expect(() => evolve(evolve(undefined, first), first)).toThrow('cannot follow')
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

  it('P6a, P5a: nothing of the vote is touched once the record is filed', () => {
    const world = new World().filed(2)
    expect(refusalOf(world.run('openRound', { method: 'online', items: [1] }))).toBe('P6a alreadyFiled')
    expect(refusalOf(world.run('openSession', { kind: 'talk', place: '室', host: '甲', recorder: '乙' }))).toBe(
      'P5a alreadyFiled',
    )
    expect(refusalOf(world.run('recordDiscussion', { session: 1, item: 1, text: '又' }))).toBe('P5a alreadyFiled')
    expect(refusalOf(world.run('addItem', { title: '三', aspects }))).toBe('P5a alreadyFiled')
  })
})
