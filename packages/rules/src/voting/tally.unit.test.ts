import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultParameters, hasMajority, hasQuorum, quorumOf, tallyOf } from '../index.ts'

const { quorum, majority } = defaultParameters
const seats = (listed: number, present: number, nonVoting = 0) =>
  Array.from({ length: listed }, (_, index) => ({ present: index < present, voting: index >= nonVoting }))
const count = (yes: number, no = 0, abstain = 0) => [{ item: 1, yes, no, abstain }]
const resultOf = (...input: Parameters<typeof tallyOf>) => tallyOf(...input).items[0]?.result

describe('P6b: two thirds of the list', () => {
  it.each([
    [34, 23],
    [33, 22],
    [3, 2],
    [1, 1],
    [2, 2],
    [100, 67],
  ])('of %i need %i', (listed, needed) => {
    expect(quorumOf(listed, quorum)).toBe(needed)
    expect(hasQuorum(needed, listed, quorum)).toBe(true)
    expect(hasQuorum(needed - 1, listed, quorum)).toBe(false)
  })

  it('of an empty list is never reached', () => {
    expect(hasQuorum(0, 0, quorum)).toBe(false)
    expect(tallyOf(defaultParameters, [], count(0)).quorate).toBe(false)
  })

  it('the number needed is the smallest that is enough, whatever the list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (listed) => {
        const needed = quorumOf(listed, quorum)
        expect(needed * 3 >= listed * 2).toBe(true)
        expect((needed - 1) * 3 >= listed * 2).toBe(false)
      }),
    )
  })

  it('counts every seat on the list, voting or not', () => {
    expect(tallyOf(defaultParameters, seats(6, 4, 3), count(1))).toMatchObject({
      listed: 6,
      attended: 4,
      attendedVoting: 1,
      quorate: true,
      base: 1,
    })
  })
})

describe('P6c: more than half', () => {
  it.each([
    ['3 of 6 is not', 3, 6, false],
    ['4 of 6 is', 4, 6, true],
    ['a tie fails', 10, 20, false],
    ['1 of 1 is', 1, 1, true],
    ['0 of 0 is not', 0, 0, false],
    ['3 of 5 is', 3, 5, true],
  ])('%s', (_name, yes, base, passes) => {
    expect(hasMajority(yes, base, majority)).toBe(passes)
  })

  it('abstaining and not returning a ballot count as attending', () => {
    expect(resultOf(defaultParameters, seats(6, 6), count(3, 0, 3))).toBe('failed')
    expect(resultOf(defaultParameters, seats(6, 6), count(3, 0, 0))).toBe('failed')
    expect(resultOf(defaultParameters, seats(6, 6), count(4, 0, 0))).toBe('passed')
  })

  it('officials and experts without a vote do not count in it', () => {
    expect(resultOf(defaultParameters, seats(8, 8, 3), count(3, 2))).toBe('passed')
  })

  it('without a quorum nothing is decided', () => {
    expect(resultOf(defaultParameters, seats(34, 22), count(22))).toBe('noQuorum')
    expect(resultOf(defaultParameters, seats(34, 23), count(12))).toBe('passed')
  })

  it('of all listed is stricter: what passes over it passes over those who attended', () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(300), fc.nat(300))
    fc.assert(
      fc.property(cases, ([listed, present, yes]) => {
        const over = (majorityBase: 'attended' | 'listed') =>
          resultOf({ ...defaultParameters, majorityBase }, seats(listed, Math.min(present, listed)), count(yes))
        if (over('listed') === 'passed') expect(over('attended')).toBe('passed')
      }),
    )
  })

  it('one more in favour never makes it fail, one more who attends never makes it pass', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (yes, base) => {
        if (hasMajority(yes, base, majority)) expect(hasMajority(yes + 1, base, majority)).toBe(true)
        if (!hasMajority(yes, base, majority)) expect(hasMajority(yes, base + 1, majority)).toBe(false)
      }),
    )
  })
})
