import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import {
  correctFields,
  correctOutcome,
  liftFields,
  liftSuspension,
  suspendFields,
  suspendOutcome,
} from './correction.ts'

export const correctionCommands = {
  suspendOutcome: command('P9g', text('暂停执行', 'Suspend the outcome'), suspendFields, suspendOutcome, {
    verb: 'direct',
    afterClosing: true,
    rests: ['record', 'publication', 'correction'],
  }),
  correctOutcome: command('P9g', text('依法纠正', 'Correct the outcome'), correctFields, correctOutcome, {
    verb: 'direct',
    afterClosing: true,
    rests: ['record', 'publication', 'correction'],
  }),
  liftSuspension: command('P9g', text('恢复执行', 'Lift the suspension'), liftFields, liftSuspension, {
    verb: 'direct',
    afterClosing: true,
    rests: ['record', 'publication', 'correction'],
  }),
} as const
