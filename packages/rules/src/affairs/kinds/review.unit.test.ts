import { type PlaceCode, placeCodeOf, text } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTownship, now, Register, village } from '../../../test/register.ts'
import { keysOf } from '../../index.ts'
import { entryCardOf, resultOfReview, reviewResult, reviewResults } from '../index.ts'

const yearReview = { subject: 'year', year: 2026, place: '礼堂' }

describe('reviews', () => {
  it('F4: are rated by somebody, whatever the marks', () => {
    const nobody = { five: 0, four: 0, three: 0, two: 0, one: 0 }
    for (const mark of keysOf(nobody)) {
      const one = new Register('review')
      one.create({ ...yearReview, heldAt: now })
      expect(one.act('rateByResidents', nobody)).toBe('F4 nobodyRated')
      expect(one.act('rateByResidents', { ...nobody, [mark]: 1 })).toBeUndefined()
    }
  })

  it('F4: show their result with two places, and nothing before it is concluded', () => {
    const one = new Register('review')
    one.create({ ...yearReview, heldAt: now })
    one.act('rateByResidents', { five: 1, four: 0, three: 0, two: 0, one: 199 })
    one.act('rateByThirdParty', { name: '评估所', score: 20, report: '差' })
    expect(entryCardOf(one.head)).toMatchObject({ shown: { facts: [] }, digest: { subject: 'year', year: 2026 } })
    one.act('conclude', { summary: '差' })
    expect(entryCardOf(one.head).shown?.facts.map(({ value, words }) => words?.zh ?? value)).toEqual([
      '20.28',
      '不合格',
      '200',
    ])
    const even = new Register('review')
    even.create({ ...yearReview, heldAt: now })
    even.act('rateByResidents', { five: 0, four: 0, three: 0, two: 1, one: 3 })
    even.act('rateByThirdParty', { name: '评估所', score: 65, report: '差' })
    even.act('conclude', { summary: '差' })
    expect(entryCardOf(even.head).shown?.facts[0]?.value).toBe('37.00')
  })

  it('F4: without a rating there is no result, and a mark that is just reached is reached', () => {
    const nobody = { five: 0, four: 0, three: 0, two: 0, one: 0 }
    expect(reviewResult(undefined, 50)).toBeUndefined()
    expect(reviewResult(nobody, 50)).toBeUndefined()
    expect(reviewResult({ ...nobody, five: 1, four: 1 }, 40)).toMatchObject({ hundredths: 7500, grade: 'good' })
  })

  it('F4: of the same work the last one counts, whatever the order in which they come', () => {
    const card = (id: string, day: string, digest: object) => ({
      id,
      division: village,
      title: text('修路', '修路'),
      day,
      status: 'concluded',
      digest: { subject: 'work', year: 2026, hundredths: 8000, grade: 'good', ...digest },
    })
    const cards = [
      card('b', '2026-06-02', {}),
      card('a', '2026-06-01', {}),
      card('year', '2026-06-01', { subject: 'year' }),
      card('of', '2026-06-01', { consultation: 'consultation1' }),
      card('elder', '2025-06-01', { year: 2025 }),
      card('unknown', '2026-06-01', { grade: 'toString', consultation: 'c2' }),
      card('c3', '2026-06-01', { consultation: 'c3' }),
      { ...card('bridge', '2026-06-01', {}), title: text('修桥', '修桥') },
      { ...card('old', '2025-06-01', { year: 2025 }), title: text('旧事', '旧事') },
    ]
    for (const order of [cards, cards.toReversed()]) {
      const results = reviewResults(order, 2026)
      expect(results.map(({ id }) => id).toSorted()).toEqual(['b', 'bridge', 'c3', 'of', 'year'])
      expect(results.find(({ id }) => id === 'b')).not.toHaveProperty('consultation')
    }
  })
})

describe('reviews', () => {
  const held = { subject: 'year', year: 2026, heldAt: '2026-05-01T01:00:00.000Z', place: '礼堂' }
  const ratings = { five: 20, four: 10, three: 4, two: 1, one: 0 }
  const people = fc.nat(200)
  const rated = fc.record({ five: people, four: people, three: people, two: people, one: people })
  const score = fc.integer({ min: 0, max: 100 })

  it('F4: the result is counted from the ratings of residents and a third party, and cannot be typed in', () => {
    const review = new Register('review')
    expect(review.create({ ...held, result: 100 })).toBe('F4 entryInvalid')
    expect(review.create(held)).toBeUndefined()
    expect(review.act('conclude', { summary: '好' })).toBe('F4 ratingsMissing')
    expect(review.act('rateByResidents', ratings)).toBeUndefined()
    expect(review.act('conclude', { summary: '好' })).toBe('F4 ratingsMissing')
    expect(review.act('rateByThirdParty', { name: '评估所', score: 80.5, report: '可' })).toBe('F4 entryInvalid')
    expect(review.act('rateByThirdParty', { name: '评估所', score: 80, report: '可' })).toBeUndefined()
    expect(review.act('conclude', { summary: '好', hundredths: 10_000 })).toBe('F4 entryInvalid')
    expect(review.act('conclude', { summary: '好' })).toBeUndefined()
    expect(resultOfReview(review.head)).toEqual({
      residents: 35,
      points: 154,
      thirdParty: 80,
      hundredths: 8560,
      grade: 'good',
    })
    expect(review.act('rateByResidents', ratings)).toBe('F4 entryStatus')
  })

  it('F4: there is one result per village and year, and per work or consultation: the latest that was concluded', () => {
    const card = (id: string, division: PlaceCode, day: string, digest: object, status = 'concluded') => ({
      id,
      division,
      title: text(id, id),
      day,
      status,
      digest: { subject: 'year', year: 2026, hundredths: 8000, grade: 'good', ...digest },
    })
    const cards = [
      card('later', village, '2026-12-20', { hundredths: 9000, grade: 'excellent' }),
      card('first', village, '2026-12-01', {}),
      card('open', village, '2026-12-30', {}, 'open'),
      card('other', placeCodeOf('331102001002'), '2026-12-01', {}),
      card('work', village, '2026-06-01', { subject: 'work', consultation: 'consultation1' }),
      card('before', village, '2025-12-01', { year: 2025 }),
    ]
    const results = reviewResults(cards, 2026)
    expect(results.map(({ id }) => id).toSorted()).toEqual(['later', 'other', 'work'])
    expect(results.find(({ id }) => id === 'work')).toMatchObject({ consultation: 'consultation1', grade: 'good' })
  })

  it('F4: its use for reward or penalty is recorded by those above, once there is a result', () => {
    const review = new Register('review')
    review.create(held)
    const use = { use: 'reward', text: '以奖代补' }
    expect(review.act('use', use, { actor: inTownship })).toBe('F4 entryStatus')
    review.act('rateByResidents', ratings)
    review.act('rateByThirdParty', { name: '评估所', score: 90, report: '好' })
    review.act('conclude', { summary: '好' })
    expect(review.act('use', use)).toBe('F4 roleMayNot')
    expect(review.act('use', use, { actor: inTownship })).toBeUndefined()
  })

  it('F4: a review of a work names it or its consultation', () => {
    expect(new Register('review').create({ ...held, subject: 'work' })).toBe('F4 reviewOfNothing')
    expect(new Register('review').create({ ...held, subject: 'work', work: '修路' }, { now })).toBeUndefined()
  })

  it('F4: the result lies between the ratings, in whole numbers, and never falls when somebody rates better', () => {
    fc.assert(
      fc.property(rated, score, (residents, thirdParty) => {
        const result = reviewResult(residents, thirdParty)
        const total = Object.values(residents).reduce((sum, n) => sum + n, 0)
        expect(result === undefined).toBe(total === 0)
        if (result === undefined) return
        expect(Number.isInteger(result.hundredths)).toBe(true)
        expect(result.hundredths).toBeGreaterThanOrEqual(1400)
        expect(result.hundredths).toBeLessThanOrEqual(10_000)
        if (residents.one === 0) return
        const better = reviewResult({ ...residents, one: residents.one - 1, two: residents.two + 1 }, thirdParty)
        expect(better?.hundredths).toBeGreaterThanOrEqual(result.hundredths)
      }),
    )
  })

  it('F4: a grade begins exactly at its mark: 75 is good, a hundredth less is not', () => {
    const all = { five: 0, four: 5, three: 0, two: 0, one: 0 }
    expect(reviewResult(all, 63)).toMatchObject({ hundredths: 7490, grade: 'fair' })
    expect(reviewResult(all, 64)).toMatchObject({ hundredths: 7520, grade: 'good' })
    expect(reviewResult({ ...all, five: 1000, four: 0 }, 67)).toMatchObject({ hundredths: 9010, grade: 'excellent' })
    // 1 of 4000 gives one point less: 100 − 0.0035 is rounded down.
    expect(reviewResult({ five: 3999, four: 1, three: 0, two: 0, one: 0 }, 100)?.hundredths).toBe(9999)
  })
})
