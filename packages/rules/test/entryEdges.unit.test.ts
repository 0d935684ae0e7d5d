import { describe, expect, it } from 'vitest'
import { consultationReference, rows } from '../src/fields/index.ts'
import {
  actsOpenTo,
  type CityAct,
  cityActsOn,
  commandFrom,
  consultationsIn,
  councilYear,
  countCouncils,
  decideEntry,
  type Entry,
  type EntryKind,
  entryActsOf,
  entryCardOf,
  entryKinds,
  entryStatusOf,
  keysOf,
  mostActs,
  reviewResult,
  reviewResults,
  sharedEntryOf,
  timingOf,
} from '../src/index.ts'
import { at, heldIn, inCounty, inTownship, inVillage, now, Register, village } from './register.ts'

const later = '2026-05-20T04:00:00.001Z'
const inCity = at('city', '3311')
const consultations = new Map([['consultation1', { division: village, sessions: ['hearing'] as const }]])

const talk = { place: '礼堂', host: '书记', regular: 'regular', attended: 9, report: '工作', opinions: [] }
const council = { place: '礼堂', host: '书记', attended: 9, topics: [{ topic: '道路', conclusion: '修' }] }
const yearReview = { subject: 'year', year: 2026, place: '礼堂' }
const hearing = {
  subject: '扩建',
  implementer: 'village',
  conveners: [
    { kind: 'partyOrganisation', name: '党支部' },
    { kind: 'committee', name: '村委会' },
  ],
  place: '礼堂',
}
const note = { title: '补开', issuers: ['city'], text: '请补开', answerBy: '2026-05-20' }

describe('what was held', () => {
  it.each([
    ['F1', 'talk', talk],
    ['F2', 'council', council],
    ['F4', 'review', yearReview],
  ] as const)(
    '%s: was not held in the future: this very moment may be, a millisecond later may not',
    (clause, kind, body) => {
      expect(new Register(kind).create({ ...body, heldAt: later })).toBe(`${clause} heldInFuture`)
      expect(new Register(kind).create({ ...body, heldAt: now })).toBeUndefined()
    },
  )

  it('G8: a training was not held tomorrow, and may be today', () => {
    const training = { title: '主持', hours: 4, teacher: '赵', attendees: [{ name: '李' }] }
    expect(new Register('training').create({ ...training, day: '2026-05-21' })).toBe('G8 trainingInFuture')
    expect(new Register('training').create({ ...training, day: '2026-05-20' })).toBeUndefined()
  })

  it('F3: a hearing that is still to come has no result; when it began it may have one, each against it considered', () => {
    const one = new Register('hearing')
    expect(one.create({ ...hearing, heldAt: later })).toBeUndefined()
    const view = { representative: '王大爷', position: 'against', view: '太吵' }
    const conclude = (considered?: string, when = later) =>
      one.act(
        'conclude',
        { plan: '改方案', views: [{ ...view, ...(considered !== undefined && { considered }) }] },
        { now: when },
      )
    expect(conclude('已调整', now)).toBe('F3 hearingAhead')
    expect(conclude()).toBe('F3 hearingViewUnconsidered')
    expect(conclude('已调整')).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('concluded')
  })

  it('F3: a hearing names a session only of a consultation that there is', () => {
    const inside = { ...hearing, heldAt: now, consultation: 'consultation1', session: 1 }
    expect(new Register('hearing').create(inside, { consultations })).toBeUndefined()
    expect(new Register('hearing').create({ ...inside, consultation: undefined }, { consultations })).toBe(
      'F3 hearingSession',
    )
  })
})

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
      title: '修路',
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
      { ...card('bridge', '2026-06-01', {}), title: '修桥' },
      { ...card('old', '2025-06-01', { year: 2025 }), title: '旧事' },
    ]
    for (const order of [cards, cards.toReversed()]) {
      const results = reviewResults(order, 2026)
      expect(results.map(({ id }) => id).toSorted()).toEqual(['b', 'bridge', 'c3', 'of', 'year'])
      expect(results.find(({ id }) => id === 'b')).not.toHaveProperty('consultation')
    }
  })
})

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
      one.create(bodies[kind], who, kind === 'countyRule' || kind === 'adoption' ? '331102' : village),
    ).toBeUndefined()
    const [act] = actsOpenTo(one.head, inCounty).filter((name) => name !== 'annul')
    expect(one.act(act ?? '', { reason: '不再执行' }, who)).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('stopped')
  })
})

describe('topics passed on', () => {
  it('G4: only the other side sends one back, and who begins on the wrong side is told where', () => {
    const up = { direction: 'up', title: '道路', text: '跨村' }
    const one = new Register('referral')
    expect(one.create(up)).toBeUndefined()
    expect(one.act('sendBack', { reason: '不归我' })).toBe('G4 referralReceiver')
    expect(one.act('sendBack', { reason: '请补充' }, { actor: inTownship })).toBeUndefined()
    const wrong = decideEntry(
      undefined,
      { act: 'create', kind: 'referral', division: village, body: up },
      { now, actor: inTownship },
    )
    expect(wrong).toMatchObject({ kind: 'refused', refusal: { code: 'referralSide', field: 'direction' } })
  })
})

describe('a note of the city', () => {
  it('G3: says to the city what was answered, sent back and closed, each by its name', () => {
    const one = new Register('supervisionNote')
    one.create(note, { actor: inCity })
    one.act('answer', { text: '已补开' })
    one.act('sendBack', { reason: '缺记录' }, { actor: inCity })
    one.act('answer', { text: '已补记录' })
    one.act('close', { note: '属实' }, { actor: inCity })
    expect(sharedEntryOf(one.head)?.shown?.facts.map(({ label, value }) => `${label.zh} ${value}`)).toEqual([
      '办理情况 2026-05-20 已补开',
      '退回原因 2026-05-20 缺记录',
      '办理情况 2026-05-20 已补记录',
      '办结说明 2026-05-20 属实',
    ])
  })

  it('G3: is annulled by the city and not by the county, and a county’s by the county', () => {
    const ofCity = new Register('supervisionNote')
    expect(ofCity.create(note, { actor: inCity })).toBeUndefined()
    expect(ofCity.act('annul', { reason: '误发' }, { actor: inCounty })).toBe('G3 roleMayNot')
    expect(actsOpenTo(ofCity.head, inCounty)).toEqual([])
    expect(actsOpenTo(ofCity.head, inCity)).toEqual(['annul'])
    expect(ofCity.act('annul', { reason: '误发' }, { actor: inCity })).toBeUndefined()
    expect(actsOpenTo(ofCity.head, inCity)).toEqual([])
    const ofCounty = new Register('supervisionNote')
    ofCounty.create(note, { actor: inCounty })
    expect(ofCounty.act('annul', { reason: '误发' }, { actor: inCity })).toBe('G3 roleMayNot')
    expect(ofCounty.act('annul', { reason: '误发' }, { actor: inCounty })).toBeUndefined()
  })

  it('G3: comes to the county as a command of its own register', () => {
    const told: CityAct = {
      v: 1,
      note: 'note0001',
      division: village,
      act: 'create',
      body: note,
      by: { sub: 'city-1', name: '市民政局', division: '3311' },
      at: now,
      key: 'key',
      fingerprint: 'print',
    }
    expect(commandFrom(told)).toEqual({ act: 'create', kind: 'supervisionNote', division: village, body: note })
    expect(commandFrom({ ...told, act: 'close', body: { note: '完' } })).toEqual({
      act: 'close',
      kind: 'supervisionNote',
      body: { note: '完' },
    })
  })

  it('G3: the city acts on its own notes alone, and on none that was annulled', () => {
    const open = { kind: 'supervisionNote', status: 'answered', digest: { madeBy: 'city' } } as const
    expect(cityActsOn(open)).toEqual(['sendBack', 'close', 'annul'])
    expect(cityActsOn({ ...open, status: 'annulled' })).toEqual([])
    expect(cityActsOn({ ...open, kind: 'modelCase' })).toEqual([])
    expect(cityActsOn({ ...open, digest: { madeBy: 'county' } })).toEqual([])
  })

  it('G3: an answer on the very day is in time, and nothing is timed once it was annulled', () => {
    const card = { due: '2026-05-20', status: 'answered' } as const
    expect(timingOf({ ...card, settledAt: '2026-05-20T15:59:59.999Z' }, now)).toBe('met')
    expect(timingOf({ ...card, settledAt: '2026-05-20T16:00:00.000Z' }, now)).toBe('metLate')
    expect(timingOf({ ...card, status: 'annulled' }, now)).toBe('none')
    const one = new Register('supervisionNote')
    one.create(note, { actor: inCounty })
    expect(entryCardOf(one.head)).not.toHaveProperty('settledAt')
  })
})

describe('every register', () => {
  const bare = (kind: EntryKind): Entry => ({
    id: 'entry0001',
    kind,
    tenant: '331102',
    division: village,
    version: 1,
    fields: {},
    created: { at: now, by: inVillage },
    updatedAt: now,
    acts: [],
  })

  it('ends after so many acts: then a new entry is begun', () => {
    const one = new Register('council')
    one.create({ ...council, heldAt: now })
    const done = { number: 2, act: 'supplement', at: now, by: inVillage, body: { text: '补' } }
    one.entry = { ...one.head, acts: Array.from({ length: mostActs - 1 }, () => done) }
    expect(one.act('supplement', { text: '最后一条' })).toBeUndefined()
    expect(one.head.acts).toHaveLength(mostActs)
    expect(one.act('supplement', { text: '多一条' })).toBe('F2 entryFull')
  })

  it('takes an act only on an entry of its own kind, and creates none anew', () => {
    const one = new Register('council')
    one.entry = bare('talk')
    expect(one.act('supplement', { text: '补' })).toBe('F2 entryStatus')
    const again = new Register('council')
    again.create({ ...council, heldAt: now })
    expect(again.create({ ...council, heldAt: now })).toBe('F2 entryStatus')
  })

  it('opens nothing on an entry of a kind that is not known here', () => {
    expect(actsOpenTo({ ...bare('council'), kind: 'fromLater' }, inVillage)).toEqual([])
    expect(entryStatusOf({ ...bare('council'), kind: 'fromLater' })).toBe('recorded')
  })

  it('says of what it accepts what was done and with which values', () => {
    const body = { ...council, heldAt: now }
    const context = { now, actor: inVillage }
    const made = decideEntry(undefined, { act: 'create', kind: 'council', division: village, body }, context)
    expect(made).toEqual({ kind: 'accepted', act: 'create', body })
    const one = new Register('council')
    one.create(body)
    expect(decideEntry(one.head, { act: 'supplement', kind: 'council', body: { text: '补' } }, context)).toEqual({
      kind: 'accepted',
      act: 'supplement',
      body: { text: '补' },
    })
    expect(entryActsOf(entryKinds.council).annul?.label).toEqual({ zh: '作废', en: 'Annul' })
  })

  it('of a township names what its villages consult', () => {
    const body = { subject: 'work', year: 2026, consultation: 'consultation1', heldAt: now, place: '礼堂' }
    const about = { consultations, actor: inTownship }
    expect(new Register('review').create(body, about, '331102001')).toBeUndefined()
  })

  it('names only consultations of its own place, of one above or of one below', () => {
    const about = (division: string) =>
      new Register('referral').create(
        { direction: 'up', title: '道路', text: '跨村', consultation: 'consultation1' },
        { consultations: new Map([['consultation1', { division, sessions: [] }]]) },
      )
    expect(about(village)).toBeUndefined()
    expect(about('331102001')).toBeUndefined()
    for (const elsewhere of ['331102001002', '331102002', '1001001'])
      expect(about(elsewhere)).toMatch(/consultationElsewhere$/)
  })

  it('finds a consultation that a row names, with the path of its field', () => {
    const label = { zh: '相关协商', en: 'About' }
    const about = consultationReference(label)
    const list = rows(label, { about })
    expect([...consultationsIn({ list, plain: about }, { list: [{}, { about: 'c1' }], plain: 'c2' })]).toEqual([
      ['c1', 'list.1.about'],
      ['c2', 'plain'],
    ])
    expect([...consultationsIn({ list }, { list: 'c1' })]).toEqual([])
  })
})

describe('the quarters of many villages', () => {
  it('F2: are counted by every way in which a village may stand', () => {
    const noon = '2026-05-15T04:00:00.000Z'
    const years = [
      councilYear(heldIn(['2026-02-01T00:00:00.000Z']), 2026, noon),
      councilYear(heldIn([]), 2026, noon, '2026-05-01'),
      councilYear(heldIn([]), 2026, noon),
    ]
    expect(countCouncils([...years, []], 2026)).toEqual([
      { quarter: '2026Q1', held: 1, due: 0, overdue: 1, ahead: 0, before: 1 },
      { quarter: '2026Q2', held: 0, due: 3, overdue: 0, ahead: 0, before: 0 },
      { quarter: '2026Q3', held: 0, due: 0, overdue: 0, ahead: 3, before: 0 },
      { quarter: '2026Q4', held: 0, due: 0, overdue: 0, ahead: 3, before: 0 },
    ])
  })
})
