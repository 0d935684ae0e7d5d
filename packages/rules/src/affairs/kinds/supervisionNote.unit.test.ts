import { placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { at, inCounty, inTownship, now, Register, village } from '../../../test/register.ts'
import type { CityAct, SharedEntry } from '../../index.ts'
import { actsOpenTo, cityActsOn, commandFrom, entryCardOf, sharedEntryOf, timingOf } from '../index.ts'

const inCity = at('city', placeCodeOf('3311'))
const note = { title: '补开', issuers: ['city'], text: '请补开', answerBy: '2026-05-20' }
function shared({ head }: Register): SharedEntry {
  const entry = sharedEntryOf(head)
  if (entry === undefined) throw new Error('The city may read it')
  return entry
}

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
      by: { sub: 'city-1', name: '市民政局', division: placeCodeOf('3311') },
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
    const inCity = { ...inCounty, sub: 'city-1', role: 'city' as const, division: placeCodeOf('3311') }
    const note = new Register('supervisionNote')
    expect(note.create(body, { actor: inCounty }, placeCodeOf('331102'))).toBe('G3 roleMayNot')
    expect(note.create(body, { actor: inCity }, placeCodeOf('331102'))).toBeUndefined()
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
