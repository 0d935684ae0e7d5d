import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { prose, words } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { commissionAnswers } from '../taxonomy/followUp.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { isFiled } from './guards.ts'

export const reportToCommissionerSchema = z.strictObject({ body: words(80), text: words(2000) })
export const recordAnswerSchema = z.strictObject({
  report: z.int().min(1).max(100),
  result: z.enum(keysOf(commissionAnswers)),
  reason: prose(1000).default(''),
})

/** P9c: what was entrusted is reported to who entrusted it. */
export function reportToCommissioner(
  state: Consultation,
  command: z.infer<typeof reportToCommissionerSchema>,
): Decision {
  if (!isFiled(state)) return refuse(stateRefusal('P9c', 'notFiled'))
  if (state.reports.length >= 100) return refuse(ruleRefusal('P9c', 'tooManyReports'))
  return accept({ type: 'CommissionerReported', data: { ...command, report: state.reports.length + 1 } })
}

/** P9c: it answers whether it adopts the outcome, and why not where it does not. */
export function recordAnswer(state: Consultation, command: z.infer<typeof recordAnswerSchema>): Decision {
  const report = state.reports.find((one) => one.report === command.report)
  if (report === undefined) return refuse(ruleRefusal('P9c', 'reportUnknown', { field: 'report' }))
  if (report.answer !== undefined) return refuse(stateRefusal('P9c', 'reportAnswered'))
  if (command.result !== 'adopted' && command.reason === '')
    return refuse(ruleRefusal('P9c', 'answerNeedsReason', { field: 'reason' }))
  return accept({ type: 'CommissionerAnswered', data: command })
}
