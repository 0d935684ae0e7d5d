import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  councilQuarter,
  councilYear,
  countCouncils,
  entryCardOf,
  entryStatusOf,
  mayConvene,
  opinionsOf,
  quarterOf,
  resultOfReview,
  reviewResult,
  reviewResults,
} from '../src/index.ts'
import { heldIn, inTownship, now, Register, village } from './register.ts'

const consultations = new Map([
  ['consultation1', { division: village, sessions: ['council', 'hearing'] as const }],
  ['elsewhere001', { division: '331102002001', sessions: [] }],
])

describe('a talk', () => {
  const held = {
    heldAt: '2026-05-01T01:00:00.000Z',
    place: '文化礼堂',
    host: '书记',
    regular: 'regular',
    attended: 30,
    report: '半年工作',
    opinions: [
      { from: '居民', text: '路灯不亮' },
      { from: '商户', text: '停车难' },
    ],
  }

  it('F1: every opinion is answered or turned into a topic, before the talk is closed', () => {
    const talk = new Register('talk')
    expect(talk.create(held)).toBeUndefined()
    expect(talk.act('close', { note: '完' })).toBe('F1 talkOpinionsOpen')
    expect(talk.act('answer', { opinion: 1, text: '本周修好' })).toBeUndefined()
    expect(talk.act('answer', { opinion: 1, text: '再答' })).toBe('F1 talkOpinionSettled')
    expect(talk.act('answer', { opinion: 3, text: '?' })).toBe('F1 talkOpinionUnknown')
    expect(talk.act('collect', { from: '党员', text: '垃圾分类' })).toBeUndefined()
    const topic = { opinion: 2, consultation: 'consultation1' }
    expect(talk.act('turnIntoTopic', topic)).toBe('F1 consultationElsewhere')
    expect(talk.act('turnIntoTopic', { ...topic, consultation: 'elsewhere001' }, { consultations })).toBe(
      'F1 consultationElsewhere',
    )
    expect(talk.act('turnIntoTopic', topic, { consultations })).toBeUndefined()
    expect(talk.act('close', { note: '完' })).toBe('F1 talkOpinionsOpen')
    expect(talk.act('answer', { opinion: 3, text: '下月开始' })).toBeUndefined()
    expect(talk.act('close', { note: '完' })).toBeUndefined()
    expect(opinionsOf(talk.head)).toMatchObject([
      { text: '路灯不亮', answer: '本周修好' },
      { text: '停车难', consultation: 'consultation1' },
      { text: '垃圾分类', answer: '下月开始' },
    ])
  })

  it('F1: is recorded after it was held', () => {
    expect(new Register('talk').create({ ...held, heldAt: '2026-06-01T01:00:00.000Z' })).toBe('F1 heldInFuture')
  })
})

describe('councils', () => {
  it('F2: the quarter is that of the place: 31 March 23:59 is the first, one minute later the second', () => {
    expect(quarterOf('2026-03-31T15:59:59.999Z')).toBe('2026Q1')
    expect(quarterOf('2026-03-31T16:00:00.000Z')).toBe('2026Q2')
    expect(quarterOf('2025-12-31T16:00:00.000Z')).toBe('2026Q1')
  })

  it('F2: a quarter is held, due, overdue or ahead', () => {
    const held = ['2026-03-31T15:59:00.000Z']
    expect(councilYear(heldIn(held), 2026, '2026-08-15T00:00:00.000Z').map(({ state }) => state)).toEqual([
      'held',
      'overdue',
      'due',
      'ahead',
    ])
  })

  it('F2: nothing is overdue from before the county began, and what was held then counts', () => {
    const states = (since: string) =>
      councilYear(heldIn(['2026-02-01T00:00:00.000Z']), 2026, '2026-11-24T00:00:00.000Z', since).map(
        ({ state }) => state,
      )
    expect(states('2026-11-20')).toEqual(['held', 'before', 'before', 'due'])
    expect(states('2026-09-30')).toEqual(['held', 'before', 'overdue', 'due'])
  })

  it('F2: villages are added up quarter by quarter', () => {
    const at = '2026-05-15T00:00:00.000Z'
    const years = [councilYear(heldIn(['2026-02-01T00:00:00.000Z']), 2026, at), councilYear(heldIn([]), 2026, at)]
    expect(countCouncils(years, 2026).slice(0, 2)).toEqual([
      { quarter: '2026Q1', held: 1, due: 0, overdue: 1, ahead: 0, before: 0 },
      { quarter: '2026Q2', held: 0, due: 2, overdue: 0, ahead: 0, before: 0 },
    ])
  })

  const instant = fc
    .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString())

  it('F2: a council counts in exactly one quarter, and no council ever makes another quarter worse', () => {
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 12 }), instant, instant, (held, more, at) => {
        const years = [2024, 2025, 2026, 2027, 2028].flatMap((year) => councilYear(heldIn(held), year, at))
        expect(years.reduce((sum, quarter) => sum + quarter.held, 0)).toBe(held.length)
        for (const before of years) {
          const after = councilQuarter(heldIn([...held, more]), before.quarter, at)
          if (before.quarter !== quarterOf(more)) expect(after).toEqual(before)
          else expect(after.state).toBe('held')
        }
      }),
    )
  })

  it('F2: an annulled council is not counted: its status says so', () => {
    const council = new Register('council')
    const body = {
      heldAt: '2026-05-01T01:00:00.000Z',
      place: '礼堂',
      host: '书记',
      attended: 20,
      topics: [{ topic: '道路', conclusion: '同意修' }],
    }
    expect(council.create(body)).toBeUndefined()
    expect(council.act('annul', { reason: '登记重复' })).toBeUndefined()
    expect(entryCardOf(council.head).status).toBe('annulled')
    expect(council.act('supplement', { text: '补' })).toBe('F2 entryStatus')
  })
})

describe('hearings', () => {
  const convener = (...kinds: string[]) => kinds.map((kind) => ({ kind, name: kind }))
  const held = {
    subject: '文化礼堂扩建',
    implementer: 'village',
    conveners: convener('partyOrganisation', 'committee'),
    heldAt: '2026-05-01T01:00:00.000Z',
    place: '礼堂',
  }

  it('F3: a project of the village is convened by its two committees, and by nobody else', () => {
    expect(new Register('hearing').create(held)).toBeUndefined()
    for (const wrong of [
      ['committee'],
      ['partyOrganisation'],
      ['department'],
      ['partyOrganisation', 'committee', 'township'],
    ])
      expect(new Register('hearing').create({ ...held, conveners: convener(...wrong) })).toBe('F3 hearingByTheTwo')
  })

  it('F3: a project of a department or another organisation is convened by department or township with the village', () => {
    for (const implementer of ['department', 'unit']) {
      const by = (...kinds: string[]) =>
        new Register('hearing').create({ ...held, implementer, conveners: convener(...kinds) })
      expect(by('department', 'committee')).toBeUndefined()
      expect(by('township', 'partyOrganisation')).toBeUndefined()
      expect(by('department', 'township')).toBe('F3 hearingByDepartment')
      expect(by('partyOrganisation', 'committee')).toBe('F3 hearingByDepartment')
    }
  })

  it('F3: whoever convenes follows from who implements, for every set of conveners', () => {
    const kinds = ['partyOrganisation', 'committee', 'department', 'township'] as const
    fc.assert(
      fc.property(fc.subarray([...kinds]), (set) => {
        expect(mayConvene('village', set)).toBe(set.length === 2 && set[0] === kinds[0] && set[1] === kinds[1])
        const official = set.includes('department') || set.includes('township')
        expect(mayConvene('unit', set)).toBe(official && (set.includes(kinds[0]) || set.includes(kinds[1])))
        expect(mayConvene('department', set)).toBe(mayConvene('unit', set))
      }),
    )
  })

  it('F3: the record carries the preferred plan and each view; one that disagrees says how it was considered', () => {
    const hearing = new Register('hearing')
    hearing.create(held)
    const views = [
      { representative: '李阿婆', position: 'favour', view: '早该建' },
      { representative: '张大伯', position: 'against', view: '太吵' },
    ]
    expect(hearing.act('conclude', { views })).toBe('F3 entryInvalid')
    expect(hearing.act('conclude', { plan: '扩建两间', views: [] })).toBe('F3 entryInvalid')
    expect(hearing.act('conclude', { plan: '扩建两间', views })).toBe('F3 hearingViewUnconsidered')
    const considered = [views[0], { ...views[1], considered: '晚上九点关门' }]
    expect(hearing.act('conclude', { plan: '扩建两间', views: considered })).toBeUndefined()
    expect(entryStatusOf(hearing.head)).toBe('concluded')
  })

  it('F3: a hearing in a consultation names a session of it that is one', () => {
    const inside = { ...held, consultation: 'consultation1' }
    const create = (session: number) => new Register('hearing').create({ ...inside, session }, { consultations })
    expect(create(2)).toBeUndefined()
    expect(create(1)).toBe('F3 hearingSession')
    expect(create(3)).toBe('F3 hearingSession')
    expect(new Register('hearing').create({ ...held, session: 1 })).toBe('F3 hearingSession')
  })
})

describe('reviews', () => {
  const held = { subject: 'year', year: 2026, heldAt: '2026-05-01T01:00:00.000Z', place: '礼堂' }
  const ratings = { five: 20, four: 10, three: 4, two: 1, one: 0 }

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
    const card = (id: string, division: string, day: string, digest: object, status = 'concluded') => ({
      id,
      division,
      title: id,
      day,
      status,
      digest: { subject: 'year', year: 2026, hundredths: 8000, grade: 'good', ...digest },
    })
    const cards = [
      card('later', village, '2026-12-20', { hundredths: 9000, grade: 'excellent' }),
      card('first', village, '2026-12-01', {}),
      card('open', village, '2026-12-30', {}, 'open'),
      card('other', '331102001002', '2026-12-01', {}),
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

  const people = fc.nat(200)
  const rated = fc.record({ five: people, four: people, three: people, two: people, one: people })
  const score = fc.integer({ min: 0, max: 100 })

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
