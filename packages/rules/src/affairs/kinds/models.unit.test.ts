import { placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { inCounty, inTownship, Register, village } from '../../../test/register.ts'
import { actsOpenTo, entryKinds, entryStatusOf } from '../index.ts'

describe('what is shared by a county', () => {
  it.each(['demonstrationSite', 'countyRule', 'adoption'] as const)('G9: %s that was withdrawn says so', (kind) => {
    const site = { title: '示范点', grade: 'city', since: '2026-05-01', text: '做法' }
    const rule = { title: '六步法', text: '内容', from: '2026-06-01' }
    const bodies = {
      demonstrationSite: site,
      countyRule: rule,
      adoption: { source: '331121', rule: 'rule00001', title: '六步法', text: '照此', from: '2026-06-01' },
    }
    const one = new Register(kind)
    const who = { actor: inCounty }
    expect(
      one.create(bodies[kind], who, kind === 'countyRule' || kind === 'adoption' ? placeCodeOf('331102') : village),
    ).toBeUndefined()
    const [act] = actsOpenTo(one.head, inCounty).filter((name) => name !== 'annul')
    expect(one.act(act ?? '', { reason: '不再执行' }, who)).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('stopped')
  })
})

describe('what others can learn from', () => {
  it('G9: sites are named by the county, and the whole city may read sites, models and rules', () => {
    const body = { title: '永晖示范点', grade: 'city', since: '2026-05-01', text: '六步法' }
    expect(new Register('demonstrationSite').create(body)).toBe('G9 roleMayNot')
    expect(new Register('demonstrationSite').create(body, { actor: inCounty })).toBeUndefined()
    for (const kind of ['demonstrationSite', 'modelCase', 'countyRule', 'adoption'] as const)
      expect(entryKinds[kind].city).toBe('officers')
  })

  it('G9: an adopted rule says whose it is and since when, and is of another county of the city', () => {
    const body = {
      source: placeCodeOf('331121'),
      rule: 'rule00001',
      title: '六步法',
      text: '照此施行',
      from: '2026-06-01',
    }
    const create = (change: object, actor = inCounty, division = placeCodeOf('331102')) =>
      new Register('adoption').create({ ...body, ...change }, { actor }, division)
    expect(create({})).toBeUndefined()
    expect(create({ source: '331102' })).toBe('G9 adoptedFromSelf')
    expect(create({ source: '330102' })).toBe('G9 adoptedFromElsewhere')
    expect(create({}, inTownship)).toBe('G9 roleMayNot')
    expect(create({}, inCounty, village)).toBe('G9 entryLevel')
  })
})
