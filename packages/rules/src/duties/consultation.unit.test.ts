import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { officer, township, World } from '../../test/world.ts'
import { addDays, type Calendar, type Consultation, type DutyFacts, dutiesOf, dutyState } from '../index.ts'

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
/** Published on 2 March with these tasks. */
const carryingOut = (kinds: readonly ('own' | 'outside')[] = ['own'], dueOn = '2026-03-20') => {
  const world = new World().on(2).published()
  for (const kind of kinds) world.done('addTask', { title: '修屋顶', kind, responsible: '施工队', dueOn, items: [1] })
  return world
}

describe('the duties of a consultation', () => {
  it('E1: what was still owed at the end stays owed, and what was late stays late', () => {
    const world = new World().on(2).filed()
    world.on(10).done('answerFiling', { body: 0, result: 'acknowledged' }, township)
    world.done('publishOutcome', { channels: ['website'], text: '公示' })
    world.archived()
    const duties = all(world.state, { untold: 3 })
    expect(duties.filter(({ doneOn }) => doneOn === undefined)).toMatchObject([{ kind: 'tell', count: 3 }])
    expect(duties.find(({ kind }) => kind === 'publish')).toMatchObject({ due: '2026-03-09', doneOn: '2026-03-10' })
  })

  it('E1: what a withdrawn matter still asked for is owed no more, and is not called done', () => {
    const world = new World().on(2).ready()
    world.done('endCase', { end: 'withdrawn', reason: '项目取消' })
    const told = all(world.state, { untold: 2 }).find(({ kind }) => kind === 'tell')
    expect(told).toMatchObject({ releasedOn: '2026-03-02' })
    expect(told?.doneOn).toBeUndefined()
    if (told !== undefined) expect(dutyState(told, '2027-01-01', 3)).toBe('released')
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
