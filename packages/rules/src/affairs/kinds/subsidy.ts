import { dayOf, text } from '@xieshang/kernel'
import { ruleRefusal, stateRefusal } from '../../consultation/refusal.ts'
import { choice, count, day, line, long, money, yuanOf } from '../../fields/index.ts'
import type { Entry } from '../entry.ts'
import { act, doneOf, fieldsOf, kind } from '../kind.ts'
import { categories, type SubsidyCategory, subsidyCategories } from '../ledger.ts'

const subsidyFields = {
  decidedOn: day(text('会议决定日期', 'Decided on')),
  body: choice(text('由谁决定', 'Decided by'), {
    assembly: text('村（居）民会议', 'Assembly'),
    representatives: text('村（居）民代表会议', 'Assembly of representatives'),
  }),
  decision: line(text('决定文号或标题', 'Number or title of the decision')),
  text: long(text('决定内容', 'What was decided')),
  limit: money(text('补贴总额上限（元）', 'At most, in yuan')),
}

const payFields = {
  day: day(text('发放日期', 'Paid on')),
  category: choice(text('补贴事由', 'For what'), subsidyCategories),
  people: count(text('人数', 'People'), 1, 1000),
  amount: money(text('金额（元）', 'Amount in yuan')),
  note: line(text('说明（不写姓名）', 'Note (no names)')),
}

const reverseFields = {
  payment: count(text('发放编号', 'Number of the payment'), 1, 1_000_000),
  reason: long(text('冲销原因', 'Why'), 300),
}

export type Payment = { readonly number: number; readonly category: SubsidyCategory; readonly amount: number }

/** The payments on a decision that stand, in fen. */
export function paymentsOf(entry: Entry): readonly Payment[] {
  const reversed = new Set(doneOf(entry, 'reverse', reverseFields).map(({ body }) => body.payment))
  return doneOf(entry, 'pay', payFields)
    .filter(({ number }) => !reversed.has(number))
    .map(({ number, body }) => ({ number, category: body.category, amount: body.amount }))
}

const paidOn = (entry: Entry): number => paymentsOf(entry).reduce((sum, { amount }) => sum + amount, 0)

/** G7: a subsidy rests on a decision of the assembly, and never exceeds it. */
export const subsidy = kind({
  clause: 'G7',
  label: text('误工补贴', 'Subsidies for lost work'),
  hint: text('先登记会议决定，再按决定发放；发放总额不能超过决定。', 'First the decision, then payments within it.'),
  levels: ['village'],
  fields: subsidyFields,
  create: {
    label: text('登记会议决定', 'Record the decision'),
    verb: 'conduct',
    standing: 'within',
  },
  rule: (body, _division, { now }) =>
    body.decidedOn > dayOf(now) ? ruleRefusal('G7', 'decisionInFuture', { field: 'decidedOn' }) : undefined,
  annulRule: (entry) => (paidOn(entry) === 0 ? undefined : stateRefusal('G7', 'subsidyPaid')),
  acts: {
    pay: act({
      label: text('发放补贴', 'Pay'),
      fields: payFields,
      verb: 'conduct',
      standing: 'within',
      when: ['active'],
      rule: (entry, body, { now }) => {
        const { decidedOn, limit } = fieldsOf(entry, subsidyFields)
        if (body.day < decidedOn) return ruleRefusal('G7', 'paidBeforeDecision', { field: 'day' })
        if (body.day > dayOf(now)) return ruleRefusal('G7', 'paidInFuture', { field: 'day' })
        const left = limit - paidOn(entry)
        return body.amount <= left
          ? undefined
          : ruleRefusal('G7', 'overDecision', {
              field: 'amount',
              params: { limit: yuanOf(limit), left: yuanOf(left) },
            })
      },
    }),
    reverse: act({
      label: text('冲销一笔', 'Reverse a payment'),
      fields: reverseFields,
      verb: 'conduct',
      standing: 'within',
      rule: (entry, { payment }) =>
        paymentsOf(entry).some(({ number }) => number === payment)
          ? undefined
          : ruleRefusal('G7', 'paymentUnknown', { field: 'payment', params: { payment } }),
    }),
    close: act({
      label: text('结清', 'Close the decision'),
      fields: { note: long(text('说明', 'Note'), 300) },
      verb: 'conduct',
      standing: 'within',
      when: ['active'],
    }),
  },
  title: ({ decision }) => decision,
  day: ({ decidedOn }) => decidedOn,
  status: (entry) => (entry.acts.some(({ act }) => act === 'close') ? 'closed' : 'active'),
  digest: (entry) => ({
    year: Number(fieldsOf(entry, subsidyFields).decidedOn.slice(0, 4)),
    limit: fieldsOf(entry, subsidyFields).limit,
    paid: paidOn(entry),
    ...Object.fromEntries(
      categories.map((one) => [
        one,
        paymentsOf(entry)
          .filter(({ category }) => category === one)
          .reduce((sum, { amount }) => sum + amount, 0),
      ]),
    ),
  }),
})
