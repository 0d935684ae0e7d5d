import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { officer, refusalOf, World } from '../../test/world.ts'
import { dissentsIn } from '../voting/count.ts'

describe('dissents', () => {
  it('P9f: every dissent is explained once, and no case closes before', () => {
    const world = new World().published().settled()
    world.done('recordDissent', { item: 1, words: '影响采光', name: '李大妈' })
    expect(refusalOf(world.run('recordDissent', { item: 2, words: '？' }))).toBe('P9f itemUnknown')
    expect(refusalOf(world.run('closeCase', { summary: '完' }))).toBe('P9f dissentOpen')
    world.done('explainDissent', { dissent: 1, text: '已降低檐口' })
    expect(refusalOf(world.run('explainDissent', { dissent: 1, text: '再说' }))).toBe('P9f dissentExplained')
    expect(refusalOf(world.run('explainDissent', { dissent: 2, text: '再说' }))).toBe('P9f dissentUnknown')
    expect(refusalOf(world.run('closeCase', { summary: '完' }))).toBe('accepted')
  })

  it('P9f: a vote against that came with words is a dissent; its seat is known in a named round only', () => {
    for (const secret of [false, true]) {
      const world = new World().ready()
      world.done('openRound', { method: 'online', items: [1], secrecy: secret ? 'secret' : 'named' })
      world.done('closeRound', { round: 1 })
      world.ballotSeats = [1, 2, 3, 4, 5, 6].map((seat) => ({ seat, voted: seat < 5 }))
      world.ballots = [1, 2, 3, 4].map((seat) => ({
        ...(!secret && { seat }),
        choices: [{ item: 1, choice: seat === 4 ? 'no' : 'yes', words: seat > 2 ? '太贵' : '' }],
      }))
      world.done('countRound', { round: 1 }, { ...officer, role: 'system' })
      expect(world.dissents).toEqual([
        { dissent: 1, item: 1, at: world.now, words: '太贵', ...(!secret && { seat: 4 }) },
      ])
      expect(world.state.dissents).toEqual([{ from: 1, to: 1, at: world.now, explained: '' }])
      expect(JSON.stringify(world.events)).not.toContain('太贵')
    }
  })

  it('P9f: come in one order, however the ballots were found, and say no seat where none is known', () => {
    const ballots = [
      { choices: [{ item: 1, choice: 'no' as const, words: '甲' }] },
      { choices: [{ item: 1, choice: 'no' as const, words: '乙' }] },
      { choices: [{ item: 1, choice: 'no' as const, words: '丙' }] },
      { seat: 3, choices: [{ item: 1, choice: 'no' as const, words: '丁' }] },
      { seat: 2, choices: [{ item: 1, choice: 'no' as const, words: '戊' }] },
    ]
    const said = dissentsIn({ ballotSeats: [], ballots })
    expect(said.map((one) => 'seat' in one)).toEqual([false, false, false, true, true])
    expect(said.map(({ words }) => words)).toEqual(['丙', '乙', '甲'].toSorted().concat('戊', '丁'))
    fc.assert(
      fc.property(fc.shuffledSubarray(ballots, { minLength: 5 }), (order) => {
        expect(dissentsIn({ ballotSeats: [], ballots: order })).toEqual(said)
      }),
    )
  })

  it('P9f: a dissent without a name has none', () => {
    const world = new World().published()
    world.done('recordDissent', { item: 1, words: '太贵' })
    expect(world.events.at(-1)?.data).not.toHaveProperty('name')
  })
})
