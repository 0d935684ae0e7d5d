import { type Place, type PlaceCode, placeCodeOf, placesFrom, within } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import source from '../data/3311.json' with { type: 'json' }
import { allDivisions, childrenOf, city, counties, findDivision, linesFor } from './index.ts'

const { parentOf, pathOf } = placesFrom(source.places)

const ofKind = (kinds: readonly Place['kind'][], place: PlaceCode) =>
  allDivisions().filter((division) => kinds.includes(division.kind) && within(division.code, place))

const place = fc.constantFrom(...allDivisions())

describe('the places of city 3311', () => {
  it('are 9 counties, 173 townships and 2,008 villages and communities', () => {
    expect(city()).toEqual({ code: '3311', name: '丽水市', kind: 'city' })
    expect(counties()).toHaveLength(9)
    expect(ofKind(['township'], placeCodeOf('3311'))).toHaveLength(173)
    expect(ofKind(['village', 'community'], placeCodeOf('3311'))).toHaveLength(2008)
    expect(allDivisions()).toHaveLength(1 + 9 + 173 + 2008)
    expect({ ...source, places: source.places.length }).toMatchObject({
      version: '2.7.0',
      licence: 'WTFPL',
      counties: 9,
      townships: 173,
      villages: 2008,
      places: 2191,
    })
  })

  it.each([
    [placeCodeOf('331102'), '莲都区', 15, 254],
    [placeCodeOf('331121'), '青田县', 32, 392],
    [placeCodeOf('331122'), '缙云县', 18, 256],
    [placeCodeOf('331123'), '遂昌县', 20, 214],
    [placeCodeOf('331124'), '松阳县', 19, 214],
    [placeCodeOf('331125'), '云和县', 10, 87],
    [placeCodeOf('331126'), '庆元县', 19, 203],
    [placeCodeOf('331127'), '景宁畲族自治县', 21, 145],
    [placeCodeOf('331181'), '龙泉市', 19, 243],
  ])('%s %s holds %i townships and %i villages and communities', (code, name, townships, villages) => {
    expect(findDivision(code)).toEqual({ code, name, kind: 'county' })
    expect(childrenOf(code)).toHaveLength(townships)
    expect(childrenOf(code).flatMap((township) => childrenOf(township.code))).toHaveLength(villages)
    expect(ofKind(['village', 'community'], code)).toHaveLength(villages)
  })

  it('keep their official names, and the name tells a community from a village', () => {
    expect(findDivision('331102001001')).toEqual({ code: '331102001001', name: '永晖社区居委会', kind: 'community' })
    expect(findDivision('331121104234')).toMatchObject({ name: '上(田本)村村委会', kind: 'village' })
    // Spelt so in the source: neither 村委会 nor 村民委员会, a village all the same.
    expect(findDivision('331121219221')).toMatchObject({ name: '周垟村村委员会', kind: 'village' })
    expect(ofKind(['community'], placeCodeOf('3311'))).toHaveLength(169)
    expect(ofKind(['village'], placeCodeOf('3311'))).toHaveLength(1839)
    for (const village of ofKind(['village'], placeCodeOf('3311'))) expect(village.name).not.toMatch(/社区|居委|居民/)
  })

  it('come in the order of their codes, each code once', () => {
    const codes = allDivisions().map((division) => division.code)
    expect(codes).toEqual([...new Set(codes)].sort())
  })
})

it('a county’s table is given its own places, and by their names the city and the other counties', () => {
  const lines = linesFor('331125')
  expect(lines.slice(0, 3)).toEqual(['3311 丽水市', '331102 莲都区', '331121 青田县'])
  expect(lines).toHaveLength(1 + 9 + 10 + 87)
})

describe('the tree', () => {
  it('has every parent of every place, and each place among the children of its parent', () => {
    fc.assert(
      fc.property(place, (division) => {
        const path = pathOf(division.code)
        expect(path.map((step) => step.code.length)).toEqual([4, 6, 9, 12].slice(0, path.length))
        expect(path.at(-1)).toEqual(division)
        expect(path.at(-2)).toBe(parentOf(division.code))
        for (const step of path) expect(within(division.code, step.code)).toBe(true)
        if (division.kind !== 'city') expect(childrenOf(parentOf(division.code)?.code ?? '')).toContain(division)
      }),
      { numRuns: 500 },
    )
    const orphans = allDivisions().filter((division) => division.kind !== 'city' && !parentOf(division.code))
    expect(orphans).toEqual([])
  })

  it('contains exactly what begins with a code', () => {
    const descendants = (code: string): Place[] =>
      childrenOf(code).flatMap((child) => [child, ...descendants(child.code)])
    fc.assert(
      fc.property(
        place.filter(({ kind }) => kind !== 'city'),
        ({ code }) => {
          const below = allDivisions().filter((division) => within(division.code, code) && division.code !== code)
          expect(descendants(code)).toEqual(below)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('knows nothing of a code that is no place', () => {
    for (const code of ['', '33', placeCodeOf('331199'), '33110', '3311020010011', placeCodeOf('331102001999')]) {
      expect(findDivision(code)).toBeUndefined()
      expect(childrenOf(code)).toEqual([])
      expect(parentOf(code)).toBeUndefined()
      expect(pathOf(code)).toEqual([])
    }
  })
})
