import { describe, expect, it } from 'vitest'
import { aspects, officer, refusalOf, township, World } from '../../test/world.ts'

const decided = (items = 1) =>
  new World()
    .ready(6, items)
    .sitting(6)
    .hands(Array.from({ length: items }, (_, index) => ({ item: index + 1, yes: 6, no: 0, abstain: 0 })))

describe('filing', () => {
  const bodies = [{ body: 'township', name: '紫金街道办事处' }]
  const file = (world: World) => refusalOf(world.run('fileRecord', { bodies }))
  const settled = () => {
    const world = new World()
      .ready()
      .sitting(6)
      .hands([{ item: 1, yes: 4, no: 2, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    return world
  }

  it('P7: a record is filed when every item has its result, once', () => {
    expect(file(new World().ready())).toBe('P7 noTally')
    const sitting = new World()
      .ready(6, 2)
      .sitting(6)
      .hands([{ item: 1, yes: 4, no: 2, abstain: 0 }])
    expect(file(sitting)).toBe('P7 sessionOpen')
    sitting.done('closeSession', { session: 1 })
    expect(file(sitting)).toBe('P7 itemStillOpen')
    sitting.done('openRound', { method: 'online', items: [2] })
    expect(file(sitting)).toBe('P7 roundOpen')
    const world = settled()
    expect(file(world)).toBe('accepted')
    expect(file(world)).toBe('P7 alreadyFiled')
    for (const type of ['addItem', 'chooseForms'] as const)
      expect(refusalOf(world.run(type, type === 'addItem' ? { title: '一', aspects } : { forms: ['online'] }))).toMatch(
        /alreadyFiled$/,
      )
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

  it('P7: nothing is filed while the only round is still open', () => {
    const world = new World().ready().sitting(6)
    world.done('openRound', { method: 'hands', items: [1] })
    expect(refusalOf(world.run('fileRecord', { bodies: [{ body: 'township', name: '街道办' }] }))).toBe('P7 noTally')
  })
})
