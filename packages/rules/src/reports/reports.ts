import { text } from '@xieshang/kernel'
import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { choice, hinted, known, line, long, longOrNone, type Values } from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'
import { commissionAnswers } from './answers.ts'

export const reportToCommissionerFields = {
  body: line(text('委托单位', 'Commissioning body')),
  text: long(text('报告内容', 'Report')),
}
export const recordAnswerFields = {
  report: known(z.int().min(1).max(100)),
  result: { ...choice(text('委托单位的反馈', 'Its answer'), commissionAnswers), first: () => 'adopted' },
  reason: hinted(
    longOrNone(text('理由', 'Reason')),
    text('没有全部采纳的，请写明理由', 'needed where it is not adopted in full'),
  ),
}

/** P9c: what was entrusted is reported to who entrusted it. */
export function reportToCommissioner(
  state: Consultation,
  command: Values<typeof reportToCommissionerFields>,
): Decision {
  if (!isFiled(state)) return refuse(stateRefusal('P9c', 'notFiled'))
  if (state.reports.length >= 100) return refuse(ruleRefusal('P9c', 'tooManyReports'))
  return accept({ type: 'CommissionerReported', data: { ...command, report: state.reports.length + 1 } })
}

/** P9c: it answers whether it adopts the outcome, and why not where it does not. */
export function recordAnswer(state: Consultation, command: Values<typeof recordAnswerFields>): Decision {
  const report = state.reports.find((one) => one.report === command.report)
  if (report === undefined) return refuse(ruleRefusal('P9c', 'reportUnknown', { field: 'report' }))
  if (report.answer !== undefined) return refuse(stateRefusal('P9c', 'reportAnswered'))
  if (command.result !== 'adopted' && command.reason === '')
    return refuse(ruleRefusal('P9c', 'answerNeedsReason', { field: 'reason' }))
  return accept({ type: 'CommissionerAnswered', data: command })
}
