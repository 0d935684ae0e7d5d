import { placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { refusalOf, township, World } from '../../test/world.ts'

describe('P9e: several villages', () => {
  const villages = ['331102001003', '331102001001', '331102001003'].map(placeCodeOf)
  const county = { ...township, role: 'county' as const, division: placeCodeOf('331102') }

  it('P9e: are named once each; the county may propose, too', () => {
    const world = new World()
    world.propose({ division: township.division, villages }, county)
    expect(world.state.villages).toEqual(['331102001001', '331102001003'])
    expect(refusalOf(new World().propose({ division: township.division }, township))).toBe('P9e severalVillages')
    const twice = ['331102001001', '331102001001'].map(placeCodeOf)
    expect(refusalOf(new World().propose({ division: township.division, villages: twice }, township))).toBe(
      'P9e severalVillages',
    )
    const mixed = ['331102001001', '331102001002', '331102002001'].map(placeCodeOf)
    expect(refusalOf(new World().propose({ division: township.division, villages: mixed }, township))).toBe(
      'P9e severalVillages',
    )
  })

  it('P1b: what is resubmitted is held to the same rules, and follows nothing it did not follow', () => {
    const world = new World()
    world.propose()
    world.done('returnTopic', { reason: '补充' })
    const { title, description, proposers } = world.state.topic
    const again = (matter: string) =>
      refusalOf(world.run('resubmitTopic', { title, description, matter, publicInterest: true, proposers }))
    expect(again('M9.9')).toBe('M6 matterUnknown')
    expect(again('M5.2')).toBe('accepted')
    expect(Object.keys(world.state.topic)).not.toContain('follows')
  })
})

describe('several villages', () => {
  const villages = ['331102001001', '331102001002'].map(placeCodeOf)
  const together = { division: township.division, villages }

  it('P9e: what concerns several villages is the township’s', () => {
    expect(refusalOf(new World().propose(together))).toBe('P9e townshipOnly')
    expect(refusalOf(new World().propose({ ...together, villages: [placeCodeOf('331102001001')] }, township))).toBe(
      'P9e severalVillages',
    )
    expect(
      refusalOf(
        new World().propose({ ...together, villages: ['331102001001', '331102002001'].map(placeCodeOf) }, township),
      ),
    ).toBe('P9e severalVillages')
    expect(refusalOf(new World().propose({ villages }))).toBe('P9e villagesNeedTownship')
    expect(refusalOf(new World().propose(together, township))).toBe('accepted')
  })

  it('P9e: the township sets the steps before it starts', () => {
    const world = new World()
    world.propose(together, township)
    const register = () => refusalOf(world.run('registerTopic', { party: '书记', committee: '主任' }, township))
    expect(register()).toBe('P9e procedureMissing')
    const steps = [{ title: '各村分别召开议事会', body: '两村村委会' }]
    expect(refusalOf(world.run('setProcedure', { steps }))).toBe('P9e roleMayNot')
    world.done('setProcedure', { steps }, township)
    expect(register()).toBe('accepted')
    expect(refusalOf(world.run('setProcedure', { steps }, township))).toBe('P9e procedureFixed')
    expect(refusalOf(new World().listed().run('setProcedure', { steps }, township))).toBe('P9e oneVillage')
    const basis = { nature: '公路', interests: '两村', complexity: '一般', scope: '两村' }
    const seat = (person: string) => ({ person, category: 'resident', class: 'localResident' })
    const listed = world.done(
      'fixParticipants',
      { basis, seats: ['p1', 'outsider'].map(seat), exception: '首次' },
      township,
    )
    expect(listed.list?.listed).toBe(2)
    expect(listed.exceptions.map(({ clause }) => clause)).toEqual(['S1'])
  })
})
