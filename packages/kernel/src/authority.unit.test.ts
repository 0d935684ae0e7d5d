import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { may, proofFor, type Standing } from './authority.ts'
import { atLevel, placeCodeOf, within } from './place.ts'
import { type AnyRole, isOfficerRole, officerRoles, roles, rolesWith, seatOf, type Verb, verbs } from './roles.ts'

const allVerbs = Object.keys(verbs) as Verb[]
const everyRole = Object.keys(roles) as AnyRole[]
const village = placeCodeOf('331102001001')
const codes = ['3311', '331102', '331121', '331102001', '331102002', village, '331102001002'].map(placeCodeOf)
const own = (role: AnyRole) => atLevel(village, isOfficerRole(role) ? seatOf(role) : 'county')

describe('who may do what', () => {
  it('is what the table of roles says, and nothing at a place that is not theirs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyRole),
        fc.constantFrom(...allVerbs),
        fc.constantFrom(...codes),
        (role, verb, place) => {
          const actor = { role, division: own(role) }
          const allowed = rolesWith(verb).includes(role) && within(place, actor.division)
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
    expect(officerRoles).toEqual(['city', 'county', 'township', 'village', 'supervisor'])
    expect(['system', 'constructor', ''].map(isOfficerRole)).toEqual([false, false, false])
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
