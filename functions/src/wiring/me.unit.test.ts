import { Problem } from '@xieshang/http'
import { atLevel, officerRoles, placeCodeOf, placesFrom, proofFor, seatsOf } from '@xieshang/kernel'
import { expect, it } from 'vitest'
import { meOf } from './me.ts'

const group = placeCodeOf('331102001001001')
const places = placesFrom(['3311 丽水市', '331102 莲都区', '331102001 紫金街道', '331102001001 永晖社区居委会'])
const people = officerRoles.flatMap((role) => seatsOf(role).map((level) => ({ role, division: atLevel(group, level) })))

const told = (role: (typeof officerRoles)[number], division: typeof group) => {
  const actor = { sub: 'u1', name: '某人', role, division }
  const prove = proofFor(
    actor,
    'look',
    () => undefined,
    () => {
      throw Problem.of('forbidden')
    },
  )
  return meOf(actor, prove, places)
}

it.each(people)('$role at $division is told who they are and where they sit', ({ role, division }) => {
  const me = told(role, division)
  expect(me).toMatchObject({ role, division: { code: atLevel(division, 'village') } })
  expect(me.path.at(-1)).toEqual(me.division)
})

it('whose place is not there is refused', () => {
  expect(() => told('village', placeCodeOf('331102001999'))).toThrow(Problem)
})
