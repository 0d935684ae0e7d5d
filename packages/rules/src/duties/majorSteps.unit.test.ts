import { describe, expect, it } from 'vitest'
import { World } from '../../test/world.ts'
import {
  addDays,
  type Calendar,
  type Consultation,
  type Duty,
  type DutyFacts,
  defaultMajorSteps,
  defaultParameters,
  dutiesOf,
  type MajorStep,
} from '../index.ts'

const calendar: Calendar = { addWorkdays: addDays }
const quiet: DutyFacts = { untold: 0, opinions: 0 }
const of = (state: Consultation, kind: Duty['kind'], facts: Partial<DutyFacts> = {}) =>
  dutiesOf(state, { ...quiet, ...facts }, calendar).filter((duty) => duty.kind === kind)
const days = (duties: readonly Duty[]) => duties.map(({ due, doneOn }) => `${due} ${doneOn ?? 'open'}`)
const task = (dueOn: string) => ({ title: '修屋顶', kind: 'own', responsible: '施工队', dueOn, items: [1] })

describe('major matters', () => {
  it('P12: a step that failed is owed again, from the step before it', () => {
    const world = new World().on(2).filed()
    world.done('markMajor', { reason: '涉及征地' })
    const [first, second] = world.state.parameters.majorSteps
    world.on(4).done('recordMajorStep', {
      step: first?.id,
      heldOn: '2026-03-04',
      ...(first?.quorum !== undefined && { vote: { members: 9, attended: 9, yes: 9 } }),
    })
    const vote = { members: 9, attended: 9, needed: 6, yes: 1, passed: false }
    const failed =
      second === undefined
        ? []
        : [{ step: second, heldOn: '2026-03-06', note: '', vote, at: '', by: { sub: '', name: '' } }]
    const state = { ...world.state, majorRecords: [...world.state.majorRecords, ...failed] }
    expect(days(of(state, 'major'))).toEqual([
      `${addDays('2026-03-02', state.parameters.periods.major)} 2026-03-04`,
      `${addDays('2026-03-04', state.parameters.periods.major)} open`,
    ])
  })

  it('P12: nothing is owed of them before the record is filed', () => {
    const world = new World().on(2)
    world.propose({ matter: 'M2.6' })
    expect(of(world.state, 'major')).toEqual([])
  })

  it.each([
    ['carried out after it', '03-08', '04-09'],
    ['carried out before it', '03-15', '04-14'],
  ])(
    'P12: the last publication is due from whichever came later, the step before it or what was %s',
    (_, held, due) => {
      const [first, ...rest] = defaultMajorSteps
      const last = rest.at(-1)
      if (first === undefined || last === undefined) throw new Error('No steps')
      // This county lets one deliberation follow the first publication.
      const majorSteps = [...rest.slice(0, -1), first, last]
      const world = new World({ ...defaultParameters, majorSteps }).on(2).published()
      world.done('markMajor', { reason: '金额较大' })
      const record = (step: MajorStep, heldOn: string) =>
        world.done('recordMajorStep', {
          ...{ step: step.id, heldOn },
          ...(step.quorum !== undefined && { vote: { members: 5, attended: 5, yes: 5 } }),
        })
      for (const step of majorSteps.slice(0, 5)) record(step, '2026-03-02')
      world.done('addTask', task('2026-03-31'))
      world.on(10).done('reportProgress', { task: 1, text: '完工', done: true })
      world.on(15)
      record(first, `2026-${held}`)
      expect(of(world.state, 'major').at(-1)).toMatchObject({ id: `major-${last.id}`, due: `2026-${due}` })
    },
  )
})
