import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import {
  nameSupervisors,
  nameSupervisorsFields,
  publishProgress,
  publishProgressFields,
  remark,
  remarkFields,
  reportToSupervisors,
  reportToSupervisorsFields,
} from './supervision.ts'

export const supervisionCommands = {
  reportToSupervisors: command(
    'P10a',
    text('向监督委员会报告', 'Report to the supervision committee'),
    reportToSupervisorsFields,
    reportToSupervisors,
    { additive: true },
  ),
  remark: command('P10a', text('监督意见', 'Remark of the supervisors'), remarkFields, remark, {
    verb: 'supervise',
    additive: true,
    afterClosing: true,
  }),
  nameSupervisors: command(
    'P10b',
    text('成立专门监督委员会', 'Name a supervision group'),
    nameSupervisorsFields,
    nameSupervisors,
    { rests: ['supervision'] },
  ),
  publishProgress: command('P10c', text('公布进度', 'Publish progress'), publishProgressFields, publishProgress, {
    additive: true,
  }),
} as const
