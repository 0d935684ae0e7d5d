import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { CommissionAnswer } from './answers.ts'

export type ReportsEvents = {
  CommissionerReported: { report: number; body: string; text: string }
  CommissionerAnswered: { report: number; result: CommissionAnswer; reason: string }
}

export const reportsEvents: Words<ReportsEvents> = {
  CommissionerReported: happened(['reports'], text('报告委托单位', 'reported to the commissioning body')),
  CommissionerAnswered: happened(['reports'], text('登记委托单位反馈', 'recorded its answer')),
}
