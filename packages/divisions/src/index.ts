/**
 * The statistical code tree of the city: 1 city, 9 counties, 173 townships, 2,008 villages and communities.
 * A shorter code is an ancestor of every longer one that begins with it.
 */
import { aboveOf, pathOf as codesTo, levelOf } from '@xieshang/kernel'
import source from '../data/3311.json' with { type: 'json' }

export type DivisionKind = 'city' | 'county' | 'township' | 'village' | 'community'

export type Division = { readonly code: string; readonly name: string; readonly kind: DivisionKind }

// The official name says it: 社区, …居委会 and …居民委员会 are communities, 村委会 and 村民委员会 are villages.
const communityName = /(社区|居委会|居民委员会)$/

const kindOf = (code: string, name: string): DivisionKind => {
  const level = levelOf(code)
  if (level === 'city' || level === 'county' || level === 'township') return level
  return communityName.test(name) ? 'community' : 'village'
}

const divisions: readonly Division[] = source.places.map((place) => {
  const gap = place.indexOf(' ')
  const code = place.slice(0, gap)
  const name = place.slice(gap + 1)
  return { code, name, kind: kindOf(code, name) }
})

const byCode = new Map(divisions.map((division) => [division.code, division]))
const byParent = Map.groupBy(divisions, (division) => aboveOf(division.code))

/** Every place in the order of the codes, so that a parent comes before what it holds. */
export const allDivisions = (): readonly Division[] => divisions

export const findDivision = (code: string): Division | undefined => byCode.get(code)

/** The places one level below, in the order of their codes; none for a village or for a code that is no place. */
export const childrenOf = (code: string): readonly Division[] => (byCode.has(code) ? (byParent.get(code) ?? []) : [])

/** The place one level above; none for the city or for a code that is no place. */
export const parentOf = (code: string): Division | undefined =>
  byCode.has(code) ? byCode.get(aboveOf(code)) : undefined

/** From the city down to the place itself; empty for a code that is no place. */
export const pathOf = (code: string): Division[] =>
  byCode.has(code) ? codesTo(code).flatMap((one) => byCode.get(one) ?? []) : []

export const city = (): Division => {
  const [first] = byParent.get('') ?? []
  if (!first) throw new Error('the data names no city')
  return first
}

export const counties = (): readonly Division[] => childrenOf(city().code)
