import { describe, expect, it } from 'vitest'
import { usualSeats, World } from '../../test/world.ts'
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

describe('what is owed before the meeting', () => {
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
})
