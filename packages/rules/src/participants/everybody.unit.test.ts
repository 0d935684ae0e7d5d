import { describe, expect, it } from 'vitest'
import { basis, refusalOf, usualSeats, village, World } from '../../test/world.ts'
import { commands } from '../deciding.ts'
import { meantBy } from '../index.ts'
import { refusalText } from '../sentences.ts'

describe('a list of many', () => {
  it('P2a: everybody on the register is asked for in one word, of some classes and without some', () => {
    const everybody = (asked: object, people: World['people'] = new World().people) => {
      const world = new World()
      world.people.clear()
      for (const [id, person] of people) world.people.set(id, person)
      world.people.delete('outsider')
      world.propose()
      world.done('registerTopic', { party: '书记', committee: '主任' })
      const decision = world.run('fixParticipants', { basis, everybody: {}, exception: '全体居民', ...asked })
      return { refusal: refusalOf(decision), decision, list: world.state.list }
    }
    const { list } = everybody({})
    expect(list).toMatchObject({ listed: 60, nonVoting: '', residents: 60 })
    expect(everybody({ seats: usualSeats(6) }).refusal).toBe('P2a listedOneWay')
    expect(everybody({ everybody: undefined }).refusal).toBe('P2a listedOneWay')
    expect(everybody({}, new Map()).refusal).toBe('P2a nobodyMeant')
    expect(everybody({ exception: undefined }).decision).toMatchObject({
      refusal: { clause: 'S1', code: 'partyMissing', field: 'everybody' },
    })
    const known = { id: 'p1', category: 'resident', class: 'localResident' } as const
    const meant = (asked: object) =>
      meantBy(commands.fixParticipants.schema.parse({ basis, everybody: asked }).everybody ?? { except: [] })
    expect(meant({})(known)).toBe(true)
    expect(meant({ classes: ['localResident', 'committee'] })(known)).toBe(true)
    expect(meant({ classes: ['committee'] })(known)).toBe(false)
    expect(meant({ categories: ['resident'] })(known)).toBe(true)
    expect(meant({ classes: ['localResident'], categories: ['women'] })(known)).toBe(false)
    expect(meant({ except: ['p1'] })(known)).toBe(false)
  })

  it('P2a: a list takes 5,000 people; with one more it says how many they are and what to do', () => {
    const many = (size: number) => {
      const world = new World()
      for (let index = 1; index <= size; index++)
        world.people.set(`p${index}`, {
          ...{ name: `居民${index}`, division: village, phone: true },
          ...({ category: 'resident', class: 'localResident' } as const),
        })
      return world
    }
    const fixed = (size: number, body: object) => {
      const world = many(size)
      if (!('seats' in body)) world.people.delete('outsider')
      world.propose()
      world.done('registerTopic', { party: '书记', committee: '主任' })
      return world.run('fixParticipants', { basis, exception: '全村', ...body })
    }
    expect(refusalOf(fixed(5000, { seats: usualSeats(5000) }))).toBe('accepted')
    const listed = fixed(5001, { seats: usualSeats(5001) })
    expect(listed).toMatchObject({
      refusal: { code: 'listTooLong', field: 'seats', params: { count: 5001, most: 5000 } },
    })
    expect(refusalOf(fixed(5000, { everybody: {} }))).toBe('accepted')
    const all = fixed(5001, { everybody: {} })
    expect(all).toMatchObject({ refusal: { code: 'tooManyMeant', field: 'everybody', params: { most: 5000 } } })
    if (listed.kind !== 'refused') throw new Error('It was too long')
    expect(refusalText(listed.refusal, 'zh')).toBe(
      '名单有5001人，一次协商最多5000人。请按主体类型、代表类别选择一部分人，或者分成几次协商。',
    )
  })
})
