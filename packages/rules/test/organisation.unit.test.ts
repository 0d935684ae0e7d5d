import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actsOpenTo,
  cityActsOn,
  decideEntry,
  type EntryKind,
  entryCardOf,
  entryKinds,
  entryStatusOf,
  evolveEntry,
  foldEntry,
  keysOf,
  mostActs,
  officerRoles,
  refusalTexts,
  type SharedEntry,
  sharedEntryOf,
  timingOf,
} from '../src/index.ts'
import { at, inCounty, inTownship, inVillage, now, Register, village } from './register.ts'

const consultations = new Map([['consultation1', { division: village, sessions: [] }]])

describe('suggestions', () => {
  it('G1: a village suggests, each level that was asked answers once', () => {
    const one = new Register('suggestion')
    const body = { title: '经费', text: '请补助', to: ['township', 'county'] }
    expect(one.create(body, { actor: inTownship })).toBe('G1 roleMayNot')
    expect(one.create(body)).toBeUndefined()
    expect(one.act('answer', { text: '自答' })).toBe('G1 roleMayNot')
    expect(one.act('answer', { text: '支持' }, { actor: inTownship })).toBeUndefined()
    expect(one.act('answer', { text: '支持' }, { actor: inTownship })).toBe('G1 suggestionNotToYou')
    expect(entryStatusOf(one.head)).toBe('open')
    expect(one.act('answer', { text: '列入预算' }, { actor: inCounty })).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('answered')
  })
})

describe('party affairs', () => {
  it('G2: are for everybody to read, a correction beside the first text', () => {
    const one = new Register('partyAffairs')
    const body = { title: '党费', category: 'dues', day: '2026-05-20', text: '收支如下' }
    expect(one.create({ ...body, day: '2026-05-21' })).toBe('G2 publishedInFuture')
    expect(one.create(body)).toBeUndefined()
    expect(one.act('supplement', { text: '更正为120元' })).toBeUndefined()
    const { shown } = entryCardOf(one.head)
    expect(shown?.text).toContain('收支如下')
    expect(shown?.text).toContain('更正为120元')
    one.act('annul', { reason: '重复' })
    expect(entryCardOf(one.head).shown).toBeUndefined()
  })
})

function shared({ head }: Register): SharedEntry {
  const entry = sharedEntryOf(head)
  if (entry === undefined) throw new Error('The city may read it')
  return entry
}

describe('supervision notes', () => {
  const body = { title: '议事会', issuers: ['civilAffairs', 'organisation'], text: '请补开', answerBy: '2026-05-31' }

  it('G3: the county sends one, the place answers it, the county sends it back or closes it', () => {
    const note = new Register('supervisionNote')
    expect(note.create(body, { actor: inTownship })).toBe('G3 roleMayNot')
    expect(note.create({ ...body, answerBy: '2026-05-19' }, { actor: inCounty })).toBe('G3 answerDayPast')
    expect(note.create(body, { actor: inCounty })).toBeUndefined()
    expect(note.act('answer', { text: '代答' }, { actor: inTownship })).toBe('G3 roleMayNot')
    expect(note.act('close', { note: '完' }, { actor: inCounty })).toBe('G3 entryStatus')
    expect(note.act('answer', { text: '已开' })).toBeUndefined()
    expect(note.act('sendBack', { reason: '没有记录' }, { actor: inCounty })).toBeUndefined()
    expect(note.act('answer', { text: '附记录' })).toBeUndefined()
    expect(note.act('close', { note: '完' }, { actor: inCounty })).toBeUndefined()
    expect(note.head.acts.map(({ act }) => act)).toEqual(['answer', 'sendBack', 'answer', 'close'])
  })

  it('G3: the city sends one to a county, a township or a village, and only the city closes it', () => {
    const inCity = { ...inCounty, sub: 'city-1', role: 'city' as const, division: '3311' }
    const note = new Register('supervisionNote')
    expect(note.create(body, { actor: inCounty }, '331102')).toBe('G3 roleMayNot')
    expect(note.create(body, { actor: inCity }, '331102')).toBeUndefined()
    expect(note.act('answer', { text: '已部署' }, { actor: inCounty })).toBeUndefined()
    for (const [act, fields] of [
      ['close', { note: '完' }],
      ['sendBack', { reason: '不实' }],
      ['annul', { reason: '误发' }],
    ] as const)
      expect(note.act(act, fields, { actor: inCounty }), act).toBe('G3 roleMayNot')
    expect(cityActsOn(shared(note))).toEqual(['sendBack', 'close', 'annul'])
    expect(actsOpenTo(note.head, inCounty)).toEqual([])
    expect(note.act('sendBack', { reason: '没有附件' }, { actor: inCity })).toBeUndefined()
    expect(cityActsOn(shared(note))).toEqual(['annul'])
    expect(note.act('answer', { text: '附件已补' }, { actor: inCounty })).toBeUndefined()
    expect(note.act('close', { note: '完' }, { actor: inCity })).toBeUndefined()
    expect(shared(note).shown).toEqual({
      text: body.text,
      facts: [
        expect.objectContaining({ value: '2026-05-20 已部署' }),
        expect.objectContaining({ value: '2026-05-20 没有附件' }),
        expect.objectContaining({ value: '2026-05-20 附件已补' }),
        expect.objectContaining({ value: '2026-05-20 完' }),
      ],
    })
  })

  it('G3: what a county asks is the county’s to close, and what it says is for the city, not for everybody', () => {
    const note = new Register('supervisionNote')
    note.create(body, { actor: inCounty })
    note.act('answer', { text: '已开' })
    expect(cityActsOn(shared(note))).toEqual([])
    expect(entryCardOf(note.head).shown).toBeUndefined()
    expect(shared(note).shown?.text).toBe(body.text)
    expect(note.act('annul', { reason: '误发' }, { actor: inCounty })).toBeUndefined()
    expect(cityActsOn(shared(note))).toEqual([])
  })

  it('G3: it is overdue after its day, and an answer that came late stays late', () => {
    const note = new Register('supervisionNote')
    note.create(body, { actor: inCounty })
    const card = () => entryCardOf(note.head)
    expect(timingOf(card(), '2026-05-31T15:59:00.000Z')).toBe('due')
    expect(timingOf(card(), '2026-05-31T16:00:00.000Z')).toBe('overdue')
    note.act('answer', { text: '已开' }, { now: '2026-06-01T01:00:00.000Z' })
    expect(timingOf(card(), '2026-07-01T00:00:00.000Z')).toBe('metLate')
  })
})

describe('topics passed on', () => {
  const body = { direction: 'up', title: '跨村道路', text: '涉及两村' }

  it('G4: the other side accepts or sends back, and it may be passed on again', () => {
    const topic = new Register('referral')
    expect(topic.create(body, { actor: inTownship })).toBe('G4 referralSide')
    expect(topic.create(body)).toBeUndefined()
    expect(topic.act('accept', { text: '自收' })).toBe('G4 referralReceiver')
    expect(topic.act('sendBack', { reason: '请先议' }, { actor: inTownship })).toBeUndefined()
    expect(topic.act('passAgain', { text: '已议' }, { actor: inTownship })).toBe('G4 referralSide')
    expect(topic.act('passAgain', { text: '已议' })).toBeUndefined()
    expect(topic.act('accept', { text: '列入' }, { actor: inTownship })).toBeUndefined()
    expect(entryStatusOf(topic.head)).toBe('accepted')
  })

  it('G4: what the township passes down is for the village to accept', () => {
    const topic = new Register('referral')
    expect(topic.create({ ...body, direction: 'down' })).toBe('G4 referralSide')
    expect(topic.create({ ...body, direction: 'down' }, { actor: inTownship })).toBeUndefined()
    expect(topic.act('accept', { text: '收' }, { actor: inTownship })).toBe('G4 referralReceiver')
    expect(topic.act('accept', { text: '收' })).toBeUndefined()
  })
})

describe('mass organisations', () => {
  it('G5: are asked for a consultation, and what each did is recorded', () => {
    const one = new Register('mobilisation')
    const body = {
      organisations: ['union', 'womensFederation'],
      consultation: 'consultation1',
      text: '请动员',
      until: '2026-05-30',
    }
    expect(one.create(body)).toBe('G5 consultationElsewhere')
    expect(one.create(body, { consultations })).toBeUndefined()
    const report = { organisation: 'union', text: '走访', reached: 40 }
    expect(one.act('report', { ...report, organisation: 'youthLeague' })).toBe('G5 organisationNotAsked')
    expect(one.act('report', report)).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('open')
    expect(one.act('report', { ...report, organisation: 'womensFederation', reached: 2 })).toBeUndefined()
    expect(entryCardOf(one.head)).toMatchObject({ status: 'reported', digest: { reached: 42 } })
  })
})

describe('trainings', () => {
  const body = { title: '主持技巧', day: '2026-05-10', hours: 4, teacher: '王老师', attendees: [{ name: '李明' }] }

  it('G8: who attended is kept by name, without phones; everybody reads only how many', () => {
    const one = new Register('training')
    expect(one.create({ ...body, attendees: [{ name: '李明13812345678' }] })).toBe('G8 entryInvalid')
    expect(one.create({ ...body, attendees: [{ name: '李明', phone: '13812345678' }] })).toBe('G8 entryInvalid')
    expect(one.create(body)).toBeUndefined()
    const card = entryCardOf(one.head)
    expect(card.digest).toMatchObject({ attended: 1, hours: 4 })
    expect(JSON.stringify(card)).not.toContain('李明')
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
    const body = { source: '331121', rule: 'rule00001', title: '六步法', text: '照此施行', from: '2026-06-01' }
    const create = (change: object, actor = inCounty, division = '331102') =>
      new Register('adoption').create({ ...body, ...change }, { actor }, division)
    expect(create({})).toBeUndefined()
    expect(create({ source: '331102' })).toBe('G9 adoptedFromSelf')
    expect(create({ source: '330102' })).toBe('G9 adoptedFromElsewhere')
    expect(create({}, inTownship)).toBe('G9 roleMayNot')
    expect(create({}, inCounty, village)).toBe('G9 entryLevel')
  })
})

const hall = { name: '议事厅', address: '一楼', seats: 60 }
const booking = {
  from: '2026-06-01T01:00:00.000Z',
  until: '2026-06-01T02:00:00.000Z',
  purpose: '议事',
}

describe('every kind', () => {
  const kinds = keysOf(entryKinds)
  const json = fc.jsonValue({ maxDepth: 2 })
  const anyBody = fc.oneof(
    json,
    fc.constant({ text: '好', reason: '好', note: '好' }),
    fc.constant({ opinion: 1, text: '答' }),
    fc.constant(booking),
  )
  const command = fc.record({
    act: fc.oneof(
      fc.constantFrom(...new Set(kinds.flatMap((kind) => Object.keys(entryKinds[kind].acts))), 'annul', 'create'),
      fc.constantFrom('constructor', '__proto__', 'toString', ''),
    ),
    kind: fc.constantFrom(...kinds),
    body: anyBody,
    actor: fc.constantFrom(
      ...officerRoles.map((role) =>
        at(role, role === 'county' ? '331102' : role === 'township' ? '331102001' : village),
      ),
    ),
  })
  const firsts: { readonly [kind in EntryKind]?: object } = {
    venue: hall,
    suggestion: { title: '一', text: '二', to: ['county'] },
  }

  it('decides whatever it is given: nothing throws, every refusal names a clause and has a sentence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('venue', 'suggestion', undefined),
        fc.array(command, { maxLength: 12 }),
        (first, all) => {
          const register = new Register(first ?? 'talk')
          if (first !== undefined) register.create(firsts[first])
          const events = register.entry === undefined ? [] : [eventOf(register)]
          let entry = register.entry
          for (const { actor, ...one } of all) {
            const decision = decideEntry(entry, one, { now, actor })
            if (decision.kind === 'refused') {
              expect(decision.refusal.clause).toMatch(/^[FG]\d+$/)
              expect(refusalTexts).toHaveProperty(decision.refusal.code)
            } else if (entry !== undefined) {
              const event = {
                ...eventOf(register),
                ...decision,
                kind: entry.kind,
                number: entry.version + 1,
                by: actor,
              }
              events.push(event)
              entry = evolveEntry(entry, event)
            }
          }
          expect(foldEntry(events)).toEqual(entry)
          if (entry !== undefined) expect(entry.acts.length).toBeLessThanOrEqual(mostActs)
        },
      ),
    )
  })

  const eventOf = (register: Register) => ({
    entry: 'entry0001',
    kind: register.kind as string,
    tenant: '331102',
    division: village,
    number: 1,
    v: 1 as const,
    at: now,
    by: inVillage,
    act: 'create',
    body: register.head.fields,
  })

  it.each(kinds)('%s has plain words in both languages, a clause, and an annulment with its reason', (kind) => {
    const { label, hint, clause } = entryKinds[kind]
    expect([label.zh, label.en, hint.zh, hint.en].every((words) => words.length > 1)).toBe(true)
    expect(clause).toMatch(/^[FG]\d+$/)
  })
})
