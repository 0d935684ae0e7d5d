import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { recordAnswer, recordAnswerFields, reportToCommissioner, reportToCommissionerFields } from './reports.ts'

export const reportsCommands = {
  reportToCommissioner: command(
    'P9c',
    text('报告委托单位', 'Report to the commissioning body'),
    reportToCommissionerFields,
    reportToCommissioner,
    { rests: ['reports'] },
  ),
  recordAnswer: command('P9c', text('登记委托单位反馈', 'Record its answer'), recordAnswerFields, recordAnswer, {
    rests: ['reports'],
  }),
} as const
