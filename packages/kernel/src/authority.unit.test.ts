import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { may, proofFor, type Standing } from './authority.ts'
import { atLevel, placeCodeOf, within } from './place.ts'
import { type AnyRole, isOfficerRole, officerRoles, roles, rolesWith, seatsOf, type Verb, verbs } from './roles.ts'

const allVerbs = Object.keys(verbs) as Verb[]
const everyRole = Object.keys(roles) as AnyRole[]
const village = placeCodeOf('331102001001')
const group = placeCodeOf('331102001001001')
const codes = ['3311', '331102', '331121', '331102001', '331102002', village, '331102001002'].map(placeCodeOf)
/** Somebody of a role at each of its seats. */
const everybody = everyRole.flatMap((role) =>
  (isOfficerRole(role) ? seatsOf(role) : ['county' as const]).map((level) => ({
    role,
    division: atLevel(group, level),
  })),
)

describe('who may do what', () => {
  it('is what the table of roles says, and nothing at a place that is not theirs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everybody),
        fc.constantFrom(...allVerbs),
        fc.constantFrom(...codes),
        (actor, verb, place) => {
          const allowed = rolesWith(verb).includes(actor.role) && within(place, actor.division)
          expect(may(actor, verb, place)).toBe(allowed)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('the city and supervisors carry nothing through, and the system signs in nowhere', () => {
    expect(rolesWith('conduct')).toEqual(['county', 'township', 'village'])
    expect(rolesWith('administer')).toEqual(['county'])
    expect(rolesWith('operate')).toEqual(['system'])
    expect(officerRoles).toEqual(Object.keys(roles).filter((role) => role !== 'system'))
    for (const role of officerRoles) expect(seatsOf(role), role).not.toEqual([])
    expect(['system', 'constructor', ''].map(isOfficerRole)).toEqual([false, false, false])
  })

  it.each([
    ['G3', ['civilAffairs', 'organisation', 'unitedFront', 'civility'], ['look', 'watch', 'read', 'oversee']],
    ['P10a, P10b', ['supervisor', 'specialGroup'], ['look', 'read', 'supervise']],
    ['an audit', ['auditor'], ['look', 'read']],
    ['F1, P6a, P9b', ['reporter', 'teller', 'outsideBody'], ['look']],
  ] as const)('%s: %j may %j, and nothing else', (_for, some, allowed) => {
    for (const role of some)
      expect(
        allVerbs.filter((verb) => rolesWith(verb).includes(role)),
        role,
      ).toEqual(allowed)
  })

  it('is asked of every verb by somebody', () => {
    for (const verb of allVerbs) expect(rolesWith(verb), verb).not.toEqual([])
  })

  it.each<[Standing, boolean[]]>([
    ['place', [false, true, false, false]],
    ['above', [false, false, true, false]],
    ['within', [false, true, true, false]],
    ['around', [true, true, true, false]],
  ])('stands %s: above oneself, at home, below, beside', (standing, expected) => {
    const actor = { role: 'township', division: placeCodeOf('331102001') } as const
    const places = [placeCodeOf('331102'), placeCodeOf('331102001'), village, placeCodeOf('331102002')]
    expect(places.map((place) => may(actor, 'read', place, standing))).toEqual(expected)
  })
})

it('a place is proved once it was asked for, and refused where it is not theirs', () => {
  let asked = 0
  const prove = proofFor(
    { role: 'village', division: village },
    'read',
    () => asked++,
    () => {
      throw new Error('refused')
    },
  )
  expect(prove(village)).toBe(village)
  expect(() => prove(placeCodeOf('331102'))).toThrow('refused')
  expect(prove(placeCodeOf('331102'), 'around')).toBe('331102')
  expect(asked).toBe(2)
})
