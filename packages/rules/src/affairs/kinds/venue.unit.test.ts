import { placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, inCounty, inTownship, now, Register } from '../../../test/register.ts'
import { bookingsOf, clash, entryCardOf, entryStatusOf } from '../index.ts'

const hall = { name: '议事厅', address: '一楼', seats: 60 }
const hour = (n: number) => new Date(Date.parse('2026-06-01T00:00:00.000Z') + n * 3_600_000).toISOString()
const booking = (from: number, until: number) => ({ from: hour(from), until: hour(until), purpose: '议事' })
const later = '2026-05-20T04:00:00.001Z'

describe('venues', () => {
  it('G6: a venue is never booked twice for the same moment; bookings that touch do not clash', () => {
    const venue = new Register('venue')
    venue.create(hall)
    expect(venue.act('book', booking(1, 3))).toBeUndefined()
    expect(venue.act('book', booking(2, 4))).toBe('G6 venueTaken')
    expect(venue.act('book', booking(0, 9))).toBe('G6 venueTaken')
    expect(venue.act('book', booking(3, 4))).toBeUndefined()
    expect(venue.act('book', booking(0, 1))).toBeUndefined()
    expect(venue.act('cancelBooking', { booking: 2, reason: '改期' })).toBeUndefined()
    expect(venue.act('book', booking(2, 3))).toBeUndefined()
    expect(venue.act('cancelBooking', { booking: 2, reason: '再取消' })).toBe('G6 bookingUnknown')
  })

  it('G6: a booking ends after it begins, within a week, and is not of the past', () => {
    const venue = new Register('venue')
    venue.create(hall)
    expect(venue.act('book', booking(3, 3))).toBe('G6 bookingEndsFirst')
    expect(venue.act('book', booking(0, 169))).toBe('G6 bookingTooLong')
    expect(venue.act('book', booking(0, 168))).toBeUndefined()
    expect(venue.act('book', booking(-1000, -999))).toBe('G6 bookingPast')
  })

  it("G6: a village books the township's venue, and frees only its own booking", () => {
    const venue = new Register('venue')
    expect(venue.create(hall, { actor: inTownship }, placeCodeOf('331102001'))).toBeUndefined()
    const other = at('village', placeCodeOf('331102001002'))
    expect(venue.act('book', booking(1, 2))).toBeUndefined()
    expect(venue.act('book', booking(1, 2), { actor: at('village', placeCodeOf('331102002001')) })).toBe(
      'G6 roleMayNot',
    )
    expect(venue.act('cancelBooking', { booking: 2, reason: '?' }, { actor: other })).toBe('G6 bookingOfOthers')
    expect(venue.act('stop', { reason: '?' })).toBe('G6 roleMayNot')
    expect(venue.act('annul', { reason: '?' }, { actor: inTownship })).toBe('G6 venueStillBooked')
    expect(venue.act('cancelBooking', { booking: 2, reason: '改期' })).toBeUndefined()
    expect(venue.act('stop', { reason: '装修' }, { actor: inTownship })).toBeUndefined()
    expect(venue.act('book', booking(1, 2))).toBe('G6 entryStatus')
  })

  it('G6: whatever is booked and cancelled, no two bookings that stand share a moment', () => {
    const step = fc.oneof(
      fc.record({ from: fc.nat(40), hours: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ cancel: fc.integer({ min: 1, max: 30 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const venue = new Register('venue')
        venue.create(hall)
        for (const one of steps) {
          const free =
            'from' in one &&
            !bookingsOf(venue.head).some((taken) => clash(taken, booking(one.from, one.from + one.hours)))
          const said =
            'from' in one
              ? venue.act('book', booking(one.from, one.from + one.hours))
              : venue.act('cancelBooking', { booking: one.cancel, reason: '改期' })
          if ('from' in one) expect(said === undefined).toBe(free)
        }
        const minutes = bookingsOf(venue.head).flatMap(({ from, until }) =>
          Array.from(
            { length: (Date.parse(until) - Date.parse(from)) / 3_600_000 },
            (_, n) => Date.parse(from) + n * 3_600_000,
          ),
        )
        expect(new Set(minutes).size).toBe(minutes.length)
      }),
    )
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
    one.create({ name: '议事厅', address: '一楼', seats: 60 }, { actor: inTownship }, placeCodeOf('331102001'))
    one.act('book', { from, until: later, purpose: '协商' })
    const beside = at('village', placeCodeOf('331102001002'))
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
    ofCounty.create(venue, { actor: inCounty }, placeCodeOf('331102'))
    expect(ofCounty.act('book', booking)).toBeUndefined()
    expect(ofCounty.act('cancelBooking', cancel, { actor: inTownship })).toBeUndefined()
  })
})
