import { describe, expect, it } from 'vitest'
import { refusalOf, World } from '../../test/world.ts'
import { noSeats, sizeOf } from '../index.ts'
import { presentIn } from '../voting/count.ts'

describe('a session', () => {
  it('P3b, P4: a session needs a notice and a form, and sits alone', () => {
    const open = (world: World) =>
      refusalOf(world.run('openSession', { kind: 'council', place: '礼堂', host: '书记', recorder: '文书' }))
    expect(open(new World().listed())).toBe('P3b noNotice')
    expect(open(new World().notified())).toBe('P4 noForm')
    expect(open(new World().ready().sitting(1))).toBe('P5a sessionOpen')
  })

  it('P6b: attendance is of seats on the list, and may be taken again', () => {
    const world = new World().ready().sitting(2)
    const take = (present: number[], session = 1) => refusalOf(world.run('takeAttendance', { session, present }))
    expect(take([7])).toBe('P6b seatUnknown')
    expect(take([1], 2)).toBe('P6b sessionUnknown')
    expect(take([5, 1, 5])).toBe('accepted')
    expect(world.state.sessions[0]?.present).toBe('1,5')
    world.done('closeSession', { session: 1 })
    expect(take([1])).toBe('P6b sessionClosed')
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

describe('the sitting that a round belongs to', () => {
  it('P6b: is its own, however many there were before', () => {
    const world = new World().ready(6, 2).sitting([1, 2, 3, 4])
    world.hands([{ item: 1, yes: 4, no: 0, abstain: 0 }])
    world.done('closeSession', { session: 1 })
    world.sitting([3, 4, 5, 6, 2])
    world.hands([{ item: 2, yes: 5, no: 0, abstain: 0 }])
    expect(world.state.rounds.map(({ tally }) => tally?.attended)).toEqual([4, 5])
    expect(presentIn(world.state, { session: 1 })).toEqual([1, 2, 3, 4])
    expect(presentIn(world.state, {})).toEqual([])
    const absent = world.closed.at(-1)?.seats.filter(({ present }) => !present)
    expect(absent?.map(({ seat }) => seat)).toEqual([1])
  })
})
