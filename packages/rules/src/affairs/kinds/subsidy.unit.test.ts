import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Register } from '../../../test/register.ts'
import { yuanOf } from '../../index.ts'
import { entryCardOf, entryStatusOf, ledgerOf, paymentsOf } from '../index.ts'

const subsidy = { decidedOn: '2026-05-10', body: 'assembly', decision: '3号', text: '同意', limit: 50_000 }

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
