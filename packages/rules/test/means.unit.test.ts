import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookingsOf, clash, entryCardOf, ledgerOf, paymentsOf } from '../src/index.ts'
import { at, inTownship, Register } from './register.ts'

const hall = { name: '议事厅', address: '一楼', seats: 60 }
const hour = (n: number) => new Date(Date.parse('2026-06-01T00:00:00.000Z') + n * 3_600_000).toISOString()
const booking = (from: number, until: number) => ({ from: hour(from), until: hour(until), purpose: '议事' })

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
    expect(venue.create(hall, { actor: inTownship }, '331102001')).toBeUndefined()
    const other = at('village', '331102001002')
    expect(venue.act('book', booking(1, 2))).toBeUndefined()
    expect(venue.act('book', booking(1, 2), { actor: at('village', '331102002001') })).toBe('G6 roleMayNot')
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

describe('subsidies', () => {
  const decision = {
    decidedOn: '2026-05-01',
    body: 'representatives',
    decision: '村代会〔2026〕3号',
    text: '同意补贴',
    limit: 100_001,
  }
  const pay = (amount: number) => ({ day: '2026-05-10', category: 'telling', people: 2, amount, note: '入户' })

  it('G7: there is no payment without the decision it rests on: date, body, number and limit', () => {
    expect(new Register('subsidy').act('pay', pay(1))).toBe('G7 entryStatus')
    for (const missing of ['decidedOn', 'body', 'decision', 'text', 'limit'])
      expect(new Register('subsidy').create({ ...decision, [missing]: undefined })).toBe('G7 entryInvalid')
    expect(new Register('subsidy').create({ ...decision, body: 'committee' })).toBe('G7 entryInvalid')
    expect(new Register('subsidy').create({ ...decision, decidedOn: '2026-05-21' })).toBe('G7 decisionInFuture')
  })

  it('G7: never more is paid than was decided, to the fen', () => {
    const one = new Register('subsidy')
    one.create(decision)
    expect(one.act('pay', pay(100_000))).toBeUndefined()
    expect(one.act('pay', pay(2))).toBe('G7 overDecision')
    expect(one.act('pay', pay(1))).toBeUndefined()
    expect(one.act('pay', pay(1))).toBe('G7 overDecision')
    expect(one.act('reverse', { payment: 2, reason: '重复' })).toBeUndefined()
    expect(one.act('reverse', { payment: 2, reason: '重复' })).toBe('G7 paymentUnknown')
    expect(one.act('pay', pay(100_000))).toBeUndefined()
    expect(one.act('pay', { ...pay(0.5) })).toBe('G7 entryInvalid')
    expect(one.act('pay', { ...pay(1), day: '2026-04-30' })).toBe('G7 paidBeforeDecision')
  })

  it('G7: whatever is paid and reversed, the total stays within the decision and the ledger adds up', () => {
    const categories = ['organising', 'recording', 'telling', 'mediating', 'other'] as const
    const step = fc.oneof(
      fc.record({ amount: fc.integer({ min: 1, max: 60_000 }), category: fc.constantFrom(...categories) }),
      fc.record({ reverse: fc.integer({ min: 1, max: 20 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const one = new Register('subsidy')
        one.create(decision)
        for (const step of steps) {
          const paid = paymentsOf(one.head).reduce((sum, { amount }) => sum + amount, 0)
          if ('reverse' in step) one.act('reverse', { payment: step.reverse, reason: '误' })
          else
            expect(one.act('pay', { ...pay(step.amount), category: step.category })).toBe(
              paid + step.amount > decision.limit ? 'G7 overDecision' : undefined,
            )
        }
        const ledger = ledgerOf([entryCardOf(one.head).digest])
        const paid = paymentsOf(one.head).reduce((sum, { amount }) => sum + amount, 0)
        expect(ledger.paid).toBe(paid)
        expect(paid).toBeLessThanOrEqual(decision.limit)
        expect(Object.values(ledger.byCategory).reduce((sum, n) => sum + n, 0)).toBe(paid)
      }),
    )
  })
})
