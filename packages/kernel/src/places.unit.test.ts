import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf, placesFrom } from './places.ts'

const lines = [
  '3311 丽水市',
  '331102 莲都区',
  '331102001 紫金街道',
  '331102001001 永晖社区居委会',
  '331102001201 水东村村委会',
  '331102002 岩泉街道',
]
const places = placesFrom(lines)

describe('places', () => {
  it('are found by their codes, with what lies above and below them', () => {
    expect(places.find('331102')).toEqual({ code: '331102', name: '莲都区', kind: 'county' })
    expect(places.childrenOf('331102').map(({ code }) => code)).toEqual(['331102001', '331102002'])
    expect(places.childrenOf('331102001').map(({ kind }) => kind)).toEqual(['community', 'village'])
    expect(places.parentOf('331102001001')?.name).toBe('紫金街道')
    expect(places.parentOf('3311')).toBeUndefined()
    expect(places.pathOf('331102001201').map(({ name }) => name)).toEqual([
      '丽水市',
      '莲都区',
      '紫金街道',
      '水东村村委会',
    ])
  })

  it('that nobody named are none, and are called by their code', () => {
    for (const code of ['', '33', '331199', '331102001999']) {
      expect(places.find(code)).toBeUndefined()
      expect(places.childrenOf(code)).toEqual([])
      expect(places.parentOf(code)).toBeUndefined()
      expect(places.pathOf(code)).toEqual([])
      expect(places.nameOf(code)).toBe(code)
    }
    expect(placesFrom([]).all).toEqual([])
  })

  it('are the same in whatever order they are named, and as lines again', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(placesFrom(shuffled).all.map(lineOf)).toEqual(lines)
      }),
    )
  })
})
