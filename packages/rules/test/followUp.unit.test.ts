import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemblyNeeds } from '../src/index.ts'
import { aspects, officer, refusalOf, supervisor, township, World } from './world.ts'

const task = { title: '翻修屋顶', kind: 'own', responsible: '村委会', dueOn: '2026-04-01', items: [1] }
const correction = { ground: '土地管理法第四十四条', text: '先办理审批' }

describe('filing', () => {
  it('P7: each body acknowledges the record, or returns it with a note; a township answers for itself', () => {
    const world = new World().filed()
    const answer = (body: object, by = township) => refusalOf(world.run('answerFiling', { body: 0, ...body }, by))
    expect(answer({ body: 1, result: 'acknowledged' })).toBe('P7 bodyUnknown')
    expect(answer({ result: 'acknowledged' }, officer)).toBe('P7 bodyAnswersItself')
    expect(answer({ result: 'returned' })).toBe('P7 returnNeedsNote')
    expect(answer({ result: 'acknowledged' })).toBe('accepted')
    expect(world.state.filings[0]?.bodies[0]?.answer).toMatchObject({
      result: 'acknowledged',
      by: { sub: 'officer-3' },
    })
    expect(answer({ result: 'returned', note: '再看' })).toBe('P7 bodyAnswered')
  })

  it('P7: a returned record is open again and is filed anew', () => {
    const world = new World().filed(2, [2])
    expect(refusalOf(world.run('reviseItem', { item: 2, title: '改', aspects }))).toBe('P5b alreadyFiled')
    expect(refusalOf(world.run('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] }))).toBe(
      'P7 alreadyFiled',
    )
    world.done('answerFiling', { body: 0, result: 'returned', note: '缺少签到表' }, township)
    expect(world.state.step).toBe('decided')
    expect(refusalOf(world.run('publishOutcome', { channels: ['website'], text: '公示' }))).toBe('P8 notFiled')
    world.done('reviseItem', { item: 2, title: '改', aspects })
    world.sitting(6).hands([{ item: 2, yes: 6, no: 0, abstain: 0 }])
    world.done('closeSession', { session: 2 })
    expect(world.done('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] }).filings).toHaveLength(2)
  })
})

describe('carrying out', () => {
  it('P9a: a task has a body in charge and a day, and carries out what passed, never before the record is filed', () => {
    const before = new World().ready().sitting(6)
    expect(refusalOf(before.run('addTask', task))).toBe('P9a notFiled')
    const world = new World().filed(2, [2])
    const add = (change: object) => refusalOf(world.run('addTask', { ...task, ...change }))
    expect(add({ items: [2] })).toBe('P9a itemNotPassed')
    expect(add({ items: [3] })).toBe('P9a itemUnknown')
    expect(add({ dueOn: '2026-02-28' })).toBe('P9a dueInPast')
    expect(add({})).toBe('accepted')
    expect(world.state).toMatchObject({ step: 'carryingOut', tasks: [{ ...task, task: 1 }] })
  })

  it('P9a: today is a day in Asia/Shanghai', () => {
    const world = new World().filed()
    world.now = '2026-03-31T16:00:00.000Z'
    expect(refusalOf(world.run('addTask', { ...task, dueOn: '2026-03-31' }))).toBe('P9a dueInPast')
    expect(refusalOf(world.run('addTask', { ...task, dueOn: '2026-04-01' }))).toBe('accepted')
  })

  it('P9a: progress is reported until it is done', () => {
    const world = new World().filed()
    world.done('addTask', task)
    world.done('reportProgress', { task: 1, text: '已进场', done: false })
    world.done('reportProgress', { task: 1, text: '已完工', done: true })
    expect(world.state.tasks[0]).toMatchObject({
      progress: [{ text: '已进场' }, { text: '已完工' }],
      doneAt: world.now,
    })
    expect(refusalOf(world.run('reportProgress', { task: 1, text: '又', done: false }))).toBe('P9a taskDone')
    expect(refusalOf(world.run('reportProgress', { task: 2, text: '又', done: false }))).toBe('P9a taskUnknown')
  })

  it('P9b: an outside body is urged, and each reminder is kept with who and when', () => {
    const world = new World().filed()
    world.done('addTask', { ...task, kind: 'outside', responsible: '供电公司' })
    world.done('urgeTask', { task: 1, text: '请于月底前迁移电杆' })
    expect(world.state.tasks[0]?.urged).toMatchObject([{ text: '请于月底前迁移电杆', by: { name: '陈主任' } }])
  })

  it('P9c: the commissioning body gets a report and answers whether it adopts it, and why not', () => {
    const world = new World().ready()
    const report = { body: '交通运输局', text: '群众同意改线' }
    expect(refusalOf(world.run('reportToCommissioner', report))).toBe('P9c notFiled')
    const filed = new World().filed()
    filed.done('reportToCommissioner', report)
    const answer = (body: object) => refusalOf(filed.run('recordAnswer', { report: 1, ...body }))
    expect(answer({ report: 2, result: 'adopted' })).toBe('P9c reportUnknown')
    expect(answer({ result: 'partly' })).toBe('P9c answerNeedsReason')
    expect(answer({ result: 'declined', reason: '超出预算' })).toBe('accepted')
    expect(answer({ result: 'adopted' })).toBe('P9c reportAnswered')
    expect(filed.state.reports).toMatchObject([{ ...report, answer: { result: 'declined', reason: '超出预算' } }])
  })

  it('P9f: every dissent is explained once, and no case closes before', () => {
    const world = new World().published()
    world.done('recordDissent', { item: 1, words: '影响采光', name: '李大妈' })
    expect(refusalOf(world.run('recordDissent', { item: 2, words: '？' }))).toBe('P9f itemUnknown')
    expect(refusalOf(world.run('closeCase', { summary: '完' }))).toBe('P9f dissentOpen')
    world.done('explainDissent', { dissent: 1, text: '已降低檐口' })
    expect(refusalOf(world.run('explainDissent', { dissent: 1, text: '再说' }))).toBe('P9f dissentExplained')
    expect(refusalOf(world.run('explainDissent', { dissent: 2, text: '再说' }))).toBe('P9f dissentUnknown')
    expect(refusalOf(world.run('closeCase', { summary: '完' }))).toBe('accepted')
  })

  it('P9f: a vote against that came with words is a dissent; its seat is known in a named round only', () => {
    for (const secret of [false, true]) {
      const world = new World().ready()
      world.done('openRound', { method: 'online', items: [1], secrecy: secret ? 'secret' : 'named' })
      world.done('closeRound', { round: 1 })
      world.ballotSeats = [1, 2, 3, 4, 5, 6].map((seat) => ({ seat, voted: seat < 5 }))
      world.ballots = [1, 2, 3, 4].map((seat) => ({
        ...(!secret && { seat }),
        choices: [{ item: 1, choice: seat === 4 ? 'no' : 'yes', words: seat > 2 ? '太贵' : '' }],
      }))
      world.done('countRound', { round: 1 }, { ...officer, role: 'system' })
      expect(world.dissents).toEqual([
        { dissent: 1, item: 1, at: world.now, words: '太贵', ...(!secret && { seat: 4 }) },
      ])
      expect(world.state.dissents).toEqual([{ from: 1, to: 1, at: world.now, explained: '' }])
      expect(JSON.stringify(world.events)).not.toContain('太贵')
    }
  })
})

describe('handing to the assembly', () => {
  const vote = { escalation: 1, heldOn: '2026-03-01', members: 30, attended: 20 }

  it('P9d: an item that cannot be settled is decided by the assembly under its own quorum', () => {
    const world = new World().ready(6, 2).sitting(6)
    world.hands([
      { item: 1, yes: 6, no: 0, abstain: 0 },
      { item: 2, yes: 1, no: 5, abstain: 0 },
    ])
    world.done('closeSession', { session: 1 })
    const escalate = (items: number[]) =>
      refusalOf(world.run('escalate', { to: 'representatives', items, reason: '争议较大' }))
    expect(escalate([1])).toBe('P9d itemPassed')
    expect(escalate([3])).toBe('P9d itemUnknown')
    expect(escalate([2])).toBe('accepted')
    expect(escalate([2])).toBe('P9d alreadyEscalated')
    expect(refusalOf(world.run('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] }))).toBe(
      'P9d escalationOpen',
    )
    const record = (change: object, votes = [{ item: 2, yes: 11, no: 9, abstain: 0 }]) =>
      refusalOf(world.run('recordAssembly', { ...vote, votes, ...change }))
    expect(record({ escalation: 2 })).toBe('P9d escalationUnknown')
    expect(record({ heldOn: '2026-03-02' })).toBe('P9d heldInFuture')
    expect(record({ attended: 31 })).toBe('P9d moreThanMembers')
    expect(record({}, [{ item: 1, yes: 11, no: 9, abstain: 0 }])).toBe('P9d countsIncomplete')
    expect(record({}, [{ item: 2, yes: 11, no: 9, abstain: 1 }])).toBe('P9d tooManyHands')
    expect(record({})).toBe('accepted')
    expect(record({})).toBe('P9d escalationVoted')
    expect(world.state).toMatchObject({
      step: 'decided',
      items: [{ status: 'passed' }, { status: 'passed' }],
      escalations: [{ vote: { needed: 20, items: [{ result: 'passed' }] } }],
    })
  })

  it('P9d: without its quorum it decides nothing, and a tie fails', () => {
    for (const [attended, yes, status] of [
      [19, 19, 'failed'],
      [20, 10, 'failed'],
      [20, 11, 'passed'],
    ] as const) {
      const world = new World().ready().sitting(6)
      world.hands([{ item: 1, yes: 1, no: 5, abstain: 0 }])
      world.done('escalate', { to: 'representatives', items: [1], reason: '争议较大' })
      world.done('recordAssembly', { ...vote, attended, votes: [{ item: 1, yes, no: attended - yes, abstain: 0 }] })
      expect(world.state.items[0]?.status).toBe(status)
      expect(world.state.escalations[0]?.vote?.items[0]?.result).toBe(attended === 19 ? 'noQuorum' : status)
    }
  })

  it('P9d: two thirds are reached by exactly two thirds, more than half only by one more than half', () => {
    expect(
      ['villageAssembly', 'residentsAssembly'].map((kind) => assemblyNeeds(kind as 'villageAssembly', 10)),
    ).toEqual([6, 6])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (members) => {
        const half = assemblyNeeds('villageAssembly', members)
        expect(half * 2 > members && (half - 1) * 2 <= members).toBe(true)
        const twoThirds = assemblyNeeds('households', members)
        expect(twoThirds * 3 >= members * 2 && (twoThirds - 1) * 3 < members * 2).toBe(true)
      }),
    )
  })
})

describe('several villages', () => {
  const villages = ['331102001001', '331102001002']
  const together = { division: township.division, villages }

  it('P9e: what concerns several villages is the township’s', () => {
    expect(refusalOf(new World().propose(together))).toBe('P9e townshipOnly')
    expect(refusalOf(new World().propose({ ...together, villages: ['331102001001'] }, township))).toBe(
      'P9e severalVillages',
    )
    expect(refusalOf(new World().propose({ ...together, villages: ['331102001001', '331102002001'] }, township))).toBe(
      'P9e severalVillages',
    )
    expect(refusalOf(new World().propose({ villages }))).toBe('P9e villagesNeedTownship')
    expect(refusalOf(new World().propose(together, township))).toBe('accepted')
  })

  it('P9e: the township sets the steps before it starts', () => {
    const world = new World()
    world.propose(together, township)
    const register = () => refusalOf(world.run('registerTopic', { party: '书记', committee: '主任' }, township))
    expect(register()).toBe('P9e procedureMissing')
    const steps = [{ title: '各村分别召开议事会', body: '两村村委会' }]
    expect(refusalOf(world.run('setProcedure', { steps }))).toBe('P9e roleMayNot')
    world.done('setProcedure', { steps }, township)
    expect(register()).toBe('accepted')
    expect(refusalOf(world.run('setProcedure', { steps }, township))).toBe('P9e procedureFixed')
    expect(refusalOf(new World().listed().run('setProcedure', { steps }, township))).toBe('P9e oneVillage')
    const basis = { nature: '公路', interests: '两村', complexity: '一般', scope: '两村' }
    const seat = (person: string) => ({ person, category: 'resident', class: 'localResident' })
    const listed = world.done(
      'fixParticipants',
      { basis, seats: ['p1', 'outsider'].map(seat), exception: '首次' },
      township,
    )
    expect(listed.list?.listed).toBe(2)
    expect(listed.exceptions.map(({ clause }) => clause)).toEqual(['S1'])
  })
})

describe('correction by the township', () => {
  it('P9g: it suspends an outcome, and village officers can neither undo that nor go on', () => {
    const world = new World().filed()
    expect(refusalOf(world.run('suspendOutcome', correction))).toBe('P9g roleMayNot')
    expect(refusalOf(new World().ready().run('suspendOutcome', correction, township))).toBe('P9g notFiled')
    world.done('suspendOutcome', correction, township)
    expect(refusalOf(world.run('suspendOutcome', correction, township))).toBe('P9g alreadySuspended')
    expect(refusalOf(world.run('publishOutcome', { channels: ['website'], text: '公示' }))).toBe('P9g suspended')
    expect(refusalOf(world.run('liftSuspension', correction))).toBe('P9g roleMayNot')
    expect(refusalOf(world.run('addTask', task))).toBe('P9g suspended')
    world.done('liftSuspension', correction, township)
    expect(refusalOf(world.run('liftSuspension', correction, township))).toBe('P9g notSuspended')
    expect(refusalOf(world.run('addTask', task))).toBe('accepted')
  })

  it('P9g: a corrected outcome is published anew before the case closes', () => {
    const world = new World().published()
    expect(refusalOf(world.run('publishOutcome', { channels: ['website'], text: '公示' }))).toBe('P8 alreadyPublished')
    world.on(5).done('correctOutcome', correction, township)
    expect(refusalOf(world.run('closeCase', { summary: '完' }))).toBe('P8 notPublished')
    world.on(6).done('publishOutcome', { channels: ['website'], text: '更正公示' })
    expect(world.state.publications).toHaveLength(2)
    expect(refusalOf(world.run('closeCase', { summary: '完' }))).toBe('accepted')
  })
})

describe('supervision', () => {
  it('P10a: reports go to the supervision committee, whose remarks are kept', () => {
    const world = new World().filed()
    world.done('reportToSupervisors', { text: '已完成一半' })
    world.done('remark', { text: '注意安全' }, supervisor)
    expect(refusalOf(world.run('remark', { text: '我来说' }))).toBe('P10a roleMayNot')
    expect(world.state.supervision).toMatchObject([
      { kind: 'report', text: '已完成一半', by: { name: '陈主任' } },
      { kind: 'remark', text: '注意安全', by: { name: '监委会主任' } },
    ])
    expect(refusalOf(new World().ready().run('reportToSupervisors', { text: '早' }))).toBe('P10a notFiled')
  })

  it('P10b: an own group may be named once the topic is registered', () => {
    const world = new World()
    world.propose()
    const name = () => refusalOf(world.run('nameSupervisors', { members: ['王五', '赵六', '王五'] }))
    expect(name()).toBe('P10b topicNotRegistered')
    world.done('registerTopic', { party: '书记', committee: '主任' })
    expect(name()).toBe('accepted')
    expect(world.state.supervisors).toEqual(['王五', '赵六'])
  })

  it('P10c: progress, problems and impact are published', () => {
    const bulletin = { progress: '完成八成', problems: '雨天停工', impact: '工期延后一周' }
    expect(refusalOf(new World().filed().run('publishProgress', bulletin))).toBe('P10c notPublished')
    const world = new World().published()
    world.done('publishProgress', bulletin)
    expect(world.state.bulletins).toMatchObject([bulletin])
  })
})

describe('the archive', () => {
  it('P11b: a case closes when nothing is owed any more, and is changed by nobody after', () => {
    const world = new World().filed()
    const close = () => refusalOf(world.run('closeCase', { summary: '全部落实' }))
    expect(close()).toBe('P7 filingUnanswered')
    world.done('answerFiling', { body: 0, result: 'acknowledged' }, township)
    expect(close()).toBe('P8 notPublished')
    world.done('publishOutcome', { channels: ['website'], text: '公示' })
    world.done('addTask', task)
    expect(close()).toBe('P9a taskOpen')
    world.done('reportProgress', { task: 1, text: '完工', done: true })
    world.done('reportToCommissioner', { body: '农业农村局', text: '情况' })
    expect(close()).toBe('P9c reportOpen')
    world.done('recordAnswer', { report: 1, result: 'adopted' })
    world.done('suspendOutcome', correction, township)
    expect(refusalOf(world.run('closeCase', { summary: '完' }, township))).toBe('P9g stillSuspended')
    world.done('liftSuspension', correction, township)
    expect(close()).toBe('accepted')
    expect(world.state).toMatchObject({ step: 'closed', closed: { summary: '全部落实' } })
    expect(refusalOf(world.run('addTask', task))).toBe('P11b caseClosed')
    expect(refusalOf(world.run('remark', { text: '很好' }, supervisor))).toBe('accepted')
  })

  it('P11b: an archived case may become a model', () => {
    const world = new World().published()
    expect(refusalOf(world.run('promoteModel', { reason: '可复制' }, township))).toBe('P11b notClosed')
    world.archived()
    expect(refusalOf(world.run('promoteModel', { reason: '可复制' }))).toBe('P11b roleMayNot')
    world.done('promoteModel', { reason: '可复制' }, township)
    expect(refusalOf(world.run('promoteModel', { reason: '可复制' }, township))).toBe('P11b alreadyModel')
  })

  it('P11a: feedback leads to a new consultation that names the old one, which was published', () => {
    const world = new World()
    expect(refusalOf(world.propose({ follows: 'C0' }))).toBe('P11a followedUnknown')
    world.followed = { published: false }
    expect(refusalOf(world.propose({ follows: 'C0' }))).toBe('P11a followedNotPublished')
    world.followed = { published: true }
    world.propose({ follows: 'C0' })
    world.done('returnTopic', { reason: '补充' })
    const { catalogueVersion: _version, asFiled: _filed, follows: _follows, ...fields } = world.state.topic
    world.done('resubmitTopic', fields)
    expect(world.state.topic.follows).toBe('C0')
  })
})
