import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aboveOf,
  atLevel,
  digitsOf,
  isPlaceCode,
  levelOf,
  levels,
  pathOf,
  placeCode,
  placeCodeOf,
  tenantOf,
  within,
} from './place.ts'

const anyDigits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const anyPlace = fc
  .constantFrom(...levels)
  .chain((level) => anyDigits(digitsOf[level]))
  .map(placeCodeOf)

describe('a place’s code', () => {
  it('says its level, its county and what lies above it', () => {
    expect(['3311', '331102', '331102001', '331102001001', '331102001001001'].map(levelOf)).toEqual(levels)
    expect(['', '33', '33110', '33110200100'].map(levelOf)).toEqual([undefined, undefined, undefined, undefined])
    const village = placeCodeOf('331102001001')
    expect(tenantOf(village)).toBe('331102')
    expect(tenantOf(placeCodeOf('3311'))).toBe('3311')
    expect(atLevel(village, 'township')).toBe('331102001')
    expect(pathOf(village)).toEqual(['3311', '331102', '331102001', '331102001001'])
    expect(pathOf(village, 'county')).toEqual(['331102', '331102001', '331102001001'])
    expect(['3311', '331102', '331102001', '331102001001', '331102001001001'].map(placeCodeOf).map(aboveOf)).toEqual([
      undefined,
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
        const above = aboveOf(code)
        expect(pathOf(code).slice(0, -1)).toEqual(above === undefined ? [] : pathOf(above))
        expect(within(code, other)).toBe(pathOf(code).includes(other))
      }),
    )
  })

  it('is taken only at the levels that are named', () => {
    const place = placeCode('township', 'village')
    expect(['331102001', '331102001001'].every((code) => place.safeParse(code).success)).toBe(true)
    for (const code of ['3311', '331102', '33110200a', '331102001001001', ' 331102001'])
      expect(place.safeParse(code).success, code).toBe(false)
    expect(placeCode('village').safeParse('331102001001').success).toBe(true)
  })

  it('is made of no other text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyDigits(8), anyPlace), (typed) => {
        const is = /^\d+$/.test(typed) && levelOf(typed) !== undefined
        expect(isPlaceCode(typed)).toBe(is)
        if (is) expect(placeCodeOf(typed)).toBe(typed)
        else expect(() => placeCodeOf(typed)).toThrow()
      }),
    )
    for (const typed of ['', '33110', '331102\n', '３３１１']) expect(() => placeCodeOf(typed)).toThrow()
  })
})
