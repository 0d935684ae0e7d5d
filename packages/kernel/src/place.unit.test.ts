import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aboveOf, atLevel, digitsOf, type Level, levelOf, pathOf, placeCode, tenantOf, within } from './place.ts'

const levels = Object.keys(digitsOf) as Level[]
const anyDigits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const anyPlace = fc.constantFrom(...levels).chain((level) => anyDigits(digitsOf[level]))

describe('a place’s code', () => {
  it('says its level, its county and what lies above it', () => {
    expect(['3311', '331102', '331102001', '331102001001', '331102001001001'].map(levelOf)).toEqual(levels)
    expect(['', '33', '33110', '33110200100'].map(levelOf)).toEqual([undefined, undefined, undefined, undefined])
    expect(tenantOf('331102001001')).toBe('331102')
    expect(tenantOf('3311')).toBe('3311')
    expect(atLevel('331102001001', 'township')).toBe('331102001')
    expect(pathOf('331102001001')).toEqual(['3311', '331102', '331102001', '331102001001'])
    expect(pathOf('331102001001', 'county')).toEqual(['331102', '331102001', '331102001001'])
    expect(['3311', '331102', '331102001', '331102001001', '331102001001001'].map(aboveOf)).toEqual([
      '',
      '3311',
      '331102',
      '331102001',
      '331102001001',
    ])
  })

  it('begins with that of every place in which it lies, and of no other', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (code, other) => {
        expect(pathOf(code).every((place) => within(code, place))).toBe(true)
        expect(pathOf(code).at(-1)).toBe(code)
        expect(pathOf(code).slice(0, -1)).toEqual(pathOf(aboveOf(code)))
        expect(within(code, other)).toBe(pathOf(code).includes(other))
      }),
    )
    expect(within('331102', '')).toBe(false)
  })

  it('is taken only at the levels that are named', () => {
    const place = placeCode('township', 'village')
    expect(['331102001', '331102001001'].every((code) => place.safeParse(code).success)).toBe(true)
    for (const code of ['3311', '331102', '33110200a', '331102001001001', ' 331102001'])
      expect(place.safeParse(code).success, code).toBe(false)
    expect(placeCode('village').safeParse('331102001001').success).toBe(true)
  })
})
