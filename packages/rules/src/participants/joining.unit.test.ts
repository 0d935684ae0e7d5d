import { placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRefusal } from '../../test/shapes.ts'
import { township, village, World } from '../../test/world.ts'
import {
  applicationProblem,
  compositionGap,
  decideApplicationSchema,
  decisionProblem,
  defaultTemplate,
  fillFromTemplate,
  keysOf,
  participantCategories,
  participantClasses,
  type Refusal,
  templateSchema,
} from '../index.ts'

const said = (problem: Refusal | undefined) => {
  if (problem === undefined) return 'accepted'
  checkRefusal(problem)
  return `${problem.clause} ${problem.code}`
}

const registered = () => {
  const world = new World()
  world.propose()
  world.done('registerTopic', { party: '书记', committee: '主任' })
  return world
}

describe('S4: who is interested may take part', () => {
  it('S4: from the registration of the topic until the list is fixed', () => {
    const world = new World()
    world.propose()
    expect(said(applicationProblem(world.state, village))).toBe('S4 applicationsClosed')
    expect(said(applicationProblem(registered().state, village))).toBe('accepted')
    expect(said(applicationProblem(new World().listed().state, village))).toBe('S4 applicationsClosed')
  })

  it('S4: from the place that consults, or one of the villages that do so together', () => {
    expect(applicationProblem(registered().state, placeCodeOf('331102001002'))).toMatchObject({
      clause: 'S4',
      field: 'village',
    })
    const world = new World()
    world.propose({ division: township.division, villages: [village, placeCodeOf('331102001002')] }, township)
    world.done('setProcedure', { steps: [{ title: '分村召开', body: '乡镇' }] }, township)
    world.done('registerTopic', { party: '书记', committee: '主任' }, township)
    expect(said(applicationProblem(world.state, placeCodeOf('331102001002')))).toBe('accepted')
    expect(said(applicationProblem(world.state, placeCodeOf('331102001003')))).toBe('S4 applicantElsewhere')
    expect(said(applicationProblem(world.state, township.division))).toBe('S4 applicantElsewhere')
  })

  it('S4: the committee admits, or declines with a reason, once', () => {
    const { state } = registered()
    const decide = (admit: boolean, reason: string, of: 'waiting' | 'admitted' = 'waiting', on = state) =>
      said(decisionProblem(on, { state: of }, { admit, reason }))
    expect(decide(true, '')).toBe('accepted')
    expect(decide(false, '')).toBe('S4 declineNeedsReason')
    expect(decide(false, '名额已满')).toBe('accepted')
    expect(decide(false, '再想想', 'admitted')).toBe('S4 applicationDecided')
    expect(decide(true, '', 'waiting', new World().listed().state)).toBe('S4 applicationsClosed')
    expect(decideApplicationSchema.safeParse({ application: 'x', admit: true }).success).toBe(false)
  })
})

describe('S3: lists are filled by 6+X', () => {
  const person = fc.record({
    id: fc.uuid(),
    class: fc.constantFrom(...keysOf(participantClasses)),
    category: fc.constantFrom(...keysOf(participantCategories)),
  })
  const register = fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 80 })
  const template = fc.record({
    name: fc.constant('模板'),
    groups: fc.array(
      fc.record(
        { class: fc.constantFrom(...keysOf(participantClasses)), count: fc.integer({ min: 1, max: 9 }) },
        { requiredKeys: ['class'] },
      ),
      { minLength: 1, maxLength: 8 },
    ),
  })

  it('S3: never more than asked, nobody twice, nobody of another class, and always the same', () => {
    fc.assert(
      fc.property(template, register, (wanted, people) => {
        const picked = fillFromTemplate(wanted, people)
        expect(new Set(picked.map(({ id }) => id)).size).toBe(picked.length)
        for (const kind of keysOf(participantClasses)) {
          const groups = wanted.groups.filter((group) => group.class === kind)
          const most = groups.reduce((sum, { count }) => sum + (count ?? Number.POSITIVE_INFINITY), 0)
          const there = people.filter((one) => one.class === kind).length
          expect(picked.filter((one) => one.class === kind).length).toBe(Math.min(most, there))
        }
        expect(fillFromTemplate(wanted, people)).toEqual(picked)
      }),
    )
  })

  it('S3: takes from every category in turn, so that no kind of people is left out', () => {
    const people = ['resident', 'resident', 'resident', 'women', 'elderly'].map((category, index) => ({
      ...{ id: `p${index}`, class: 'localResident' as const, category: category as 'resident' },
    }))
    const wanted = templateSchema.parse({ name: '三人', groups: [{ class: 'localResident', count: 3 }] })
    expect(fillFromTemplate(wanted, people).map(({ id }) => id)).toEqual(['p0', 'p3', 'p4'])
  })

  it('S1, S3: the usual six groups are on it, and residents are the most', () => {
    expect(templateSchema.parse(defaultTemplate).groups).toHaveLength(6)
    const people = defaultTemplate.groups.flatMap(({ class: kind }, group) =>
      Array.from({ length: kind === 'localResident' ? 9 : 1 }, (_, index) => ({
        ...{ id: `${group}-${index}`, class: kind, category: 'resident' as const },
      })),
    )
    expect(compositionGap(fillFromTemplate(defaultTemplate, people).map((one) => one.class))).toBeUndefined()
  })
})
