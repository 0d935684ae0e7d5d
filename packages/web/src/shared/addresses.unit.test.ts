import { placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { address, apiAddress } from './addresses.ts'

describe('an address', () => {
  it('is made of its pattern and what is asked for', () => {
    expect(address.start()).toBe('/')
    expect(address.office()).toBe('/office')
    expect(address.office({ division: placeCodeOf('331102001') })).toBe('/office/331102001')
    expect(address.entry({ division: placeCodeOf('331102001'), kind: 'venue', id: 'E1' })).toBe(
      '/office/affairs/331102001/venue/E1',
    )
    expect(address.city({ division: placeCodeOf('331102'), indicator: 'passed' })).toBe('/city/331102/passed')
    expect(apiAddress.county({ county: placeCodeOf('331102') })).toBe('/api/331102')
  })

  it('carries a query and a part of the page', () => {
    expect(address.propose({ division: placeCodeOf('331102001001') }, { query: { follows: 'C1' } })).toBe(
      '/office/propose/331102001001?follows=C1',
    )
    expect(address.consultation({ id: 'C1' }, { part: 'voting' })).toBe('/office/c/C1#voting')
    expect(address.consultation({ id: 'C1' }, { part: undefined })).toBe('/office/c/C1')
  })

  it('lets nothing that is asked for out of its place', () => {
    expect(address.publicOne({ county: placeCodeOf('331102'), id: '../x?y' })).toBe('/p/331102/..%2Fx%3Fy')
  })

  it('is read from what the router found, and leads nowhere where a place is none', () => {
    expect(address.office.read({})).toEqual({ division: undefined })
    expect(address.office.read({ division: '331102001' })).toEqual({ division: '331102001' })
    expect(address.office.read({ division: 'settigns' })).toBeUndefined()
    expect(address.publicOne.read({ county: '33110', id: 'C1' })).toBeUndefined()
    expect(address.publicOne.read({ county: '331102' })).toBeUndefined()
    expect(address.publicOne.read({ county: '331102', id: 'C1' })).toEqual({ county: '331102', id: 'C1' })
  })

  it('does not compile with what its pattern does not have', () => {
    const wrong = [
      // @ts-expect-error: it needs an id
      () => address.consultation({}),
      // @ts-expect-error: a county is not an id
      () => address.consultation({ county: '331102' }),
      // @ts-expect-error: it needs to know what for
      () => address.register(),
      // @ts-expect-error: a number is no code
      () => address.office({ division: 331102 }),
      // @ts-expect-error: this page knows no such query
      () => address.propose({ division: '331102' }, { query: { after: 'C1' } }),
      // @ts-expect-error: there is no such page
      () => address.secret(),
    ]
    expect(wrong).toHaveLength(6)
  })
})
