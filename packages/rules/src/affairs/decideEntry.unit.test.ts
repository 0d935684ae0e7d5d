import { type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { inTownship, inVillage, now, Register, village } from '../../test/register.ts'
import { consultationReference, rows } from '../fields/index.ts'
import { consultationsIn, type Entry, type EntryKind } from '../index.ts'
import { actsOpenTo, decideEntry, entryActsOf, entryKinds, entryStatusOf, mostActs } from './index.ts'

const consultations = new Map([['consultation1', { division: village, sessions: ['hearing'] as const }]])
const council = { place: '礼堂', host: '书记', attended: 9, topics: [{ topic: '道路', conclusion: '修' }] }

describe('every register', () => {
  const bare = (kind: EntryKind): Entry => ({
    id: 'entry0001',
    kind,
    tenant: placeCodeOf('331102'),
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
    expect(new Register('review').create(body, about, placeCodeOf('331102001'))).toBeUndefined()
  })

  it('names only consultations of its own place, of one above or of one below', () => {
    const about = (division: PlaceCode) =>
      new Register('referral').create(
        { direction: 'up', title: '道路', text: '跨村', consultation: 'consultation1' },
        { consultations: new Map([['consultation1', { division, sessions: [] }]]) },
      )
    expect(about(village)).toBeUndefined()
    expect(about(placeCodeOf('331102001'))).toBeUndefined()
    for (const elsewhere of ['331102001002', '331102002'].map(placeCodeOf))
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
