import { describe, expect, it } from 'vitest'
import { entryCardOf, entryStatusOf, ledgerOf, yuanOf } from '../src/index.ts'
import { at, inCounty, inTownship, now, Register } from './register.ts'

const later = '2026-05-20T04:00:00.001Z'
const subsidy = { decidedOn: '2026-05-10', body: 'assembly', decision: '3号', text: '同意', limit: 50_000 }

describe('money', () => {
  it('G7: is told in yuan to the fen', () => {
    expect([0, 5, 100, 123_450, -5, -123_401].map(yuanOf)).toEqual([
      '0.00',
      '0.05',
      '1.00',
      '1234.50',
      '-0.05',
      '-1234.01',
    ])
  })

  it('G7: is paid from the day of the decision to today, and what was paid on is not annulled', () => {
    const one = new Register('subsidy')
    expect(one.create(subsidy)).toBeUndefined()
    const pay = (day: string) => one.act('pay', { day, category: 'telling', people: 2, amount: 10_000, note: '入户' })
    expect(pay('2026-05-09')).toBe('G7 paidBeforeDecision')
    expect(pay('2026-05-21')).toBe('G7 paidInFuture')
    expect(pay('2026-05-10')).toBeUndefined()
    expect(pay('2026-05-20')).toBeUndefined()
    expect(one.act('annul', { reason: '误登' })).toBe('G7 subsidyPaid')
    expect(ledgerOf([entryCardOf(one.head).digest, { limit: 1, paid: 0 }])).toMatchObject({
      decisions: 2,
      limit: 50_001,
      paid: 20_000,
      byCategory: { telling: 20_000, other: 0 },
    })
    for (const payment of [2, 3]) expect(one.act('reverse', { payment, reason: '重复' })).toBeUndefined()
    expect(one.act('close', { note: '结清' })).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('closed')
    expect(pay('2026-05-20')).toBe('G7 entryStatus')
    expect(one.act('annul', { reason: '误登' })).toBeUndefined()
  })
})

describe('a venue', () => {
  const from = '2026-05-20T03:00:00.000Z'

  it('G6: is booked until after now, annulled when nothing is to come, and out of use until it is brought back', () => {
    const one = new Register('venue')
    expect(one.create({ name: '议事厅', address: '一楼', seats: 60 })).toBeUndefined()
    expect(entryCardOf(one.head).shown).not.toHaveProperty('text')
    const book = (until: string) => one.act('book', { from, until, purpose: '协商' })
    expect(book(now)).toBe('G6 bookingPast')
    expect(book(later)).toBeUndefined()
    expect(one.act('annul', { reason: '误登' })).toBe('G6 venueStillBooked')
    expect(one.act('stop', { reason: '装修' })).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('stopped')
    expect(one.act('reopen', { note: '完工' })).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('active')
    expect(one.act('cancelBooking', { booking: 2, reason: '改期' })).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('active')
    expect(one.act('annul', { reason: '误登' }, { now: later })).toBeUndefined()
  })

  it('G6: a booking of a place is freed by it and by those above, and by nobody beside it', () => {
    const one = new Register('venue')
    one.create({ name: '议事厅', address: '一楼', seats: 60 }, { actor: inTownship }, '331102001')
    one.act('book', { from, until: later, purpose: '协商' })
    const beside = at('village', '331102001002')
    const cancel = { booking: 2, reason: '改期' }
    expect(one.act('cancelBooking', cancel, { actor: beside })).toBe('G6 bookingOfOthers')
    expect(one.act('cancelBooking', cancel, { actor: inCounty })).toBeUndefined()
  })
})

describe('bookings', () => {
  const from = '2026-05-20T03:00:00.000Z'
  const venue = { name: '议事厅', address: '一楼', seats: 60 }
  const booking = { from, until: later, purpose: '协商' }
  const cancel = { booking: 2, reason: '改期' }

  it('G6: that are over stand against nothing, and freeing one brings no venue back into use', () => {
    const one = new Register('venue')
    one.create(venue)
    one.act('book', booking)
    expect(one.act('annul', { reason: '误登' })).toBe('G6 venueStillBooked')
    expect(one.act('stop', { reason: '装修' })).toBeUndefined()
    expect(one.act('cancelBooking', cancel)).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('stopped')
    const over = new Register('venue')
    over.create(venue)
    over.act('book', booking)
    expect(over.act('annul', { reason: '误登' }, { now: later })).toBeUndefined()
  })

  it('G6: are freed by whoever looks after the venue, and by whoever stands above the place that made them', () => {
    const ofVillage = new Register('venue')
    ofVillage.create(venue)
    expect(ofVillage.act('book', booking, { actor: inCounty })).toBeUndefined()
    expect(ofVillage.act('cancelBooking', cancel, { actor: inTownship })).toBeUndefined()
    const ofCounty = new Register('venue')
    ofCounty.create(venue, { actor: inCounty }, '331102')
    expect(ofCounty.act('book', booking)).toBeUndefined()
    expect(ofCounty.act('cancelBooking', cancel, { actor: inTownship })).toBeUndefined()
  })
})
