import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { escalate, escalateFields, recordAssembly, recordAssemblyFields } from './assembly.ts'
import { closeCase, closeCaseFields, promoteModel, promoteModelFields } from './closing.ts'
import {
  correctFields,
  correctOutcome,
  liftFields,
  liftSuspension,
  suspendFields,
  suspendOutcome,
} from './correction.ts'
import { explainDissent, explainDissentFields, recordDissent, recordDissentFields } from './dissents.ts'
import { answerFiling, answerFilingFields } from './filing.ts'
import { markMajor, markMajorFields, recordMajorStep, recordMajorStepFields } from './major.ts'
import { recordAnswer, recordAnswerFields, reportToCommissioner, reportToCommissionerFields } from './reports.ts'
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
import { addTask, addTaskFields, reportProgress, reportProgressFields, urgeTask, urgeTaskFields } from './tasks.ts'

/** The commands for everything that follows the vote. */
export const followUpCommands = {
  answerFiling: command('P7', text('答复备案', 'Answer the filing'), answerFilingFields, answerFiling, {
    rests: ['record'],
  }),
  escalate: command('P9d', text('提交会议表决', 'Hand to the assembly'), escalateFields, escalate, {
    rests: ['voting', 'assembly', 'record'],
  }),
  recordAssembly: command(
    'P9d',
    text('记录会议表决', "Record the assembly's vote"),
    recordAssemblyFields,
    recordAssembly,
    { rests: ['assembly'] },
  ),
  markMajor: command('P12', text('列为五议两公开事项', 'Mark as a major matter'), markMajorFields, markMajor, {
    rests: ['major'],
  }),
  recordMajorStep: command(
    'P12',
    text('记录五议两公开', 'Record a step of the five deliberations'),
    recordMajorStepFields,
    recordMajorStep,
    { rests: ['major'] },
  ),
  addTask: command('P9a', text('新增落实事项', 'Add a task'), addTaskFields, addTask, {
    rests: ['items', 'tasks', 'correction'],
  }),
  reportProgress: command('P9a', text('登记落实进度', 'Report progress'), reportProgressFields, reportProgress, {
    additive: true,
  }),
  urgeTask: command('P9b', text('督促落实', 'Urge a task'), urgeTaskFields, urgeTask, { additive: true }),
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
  recordDissent: command('P9f', text('登记不同意见', 'Record a dissent'), recordDissentFields, recordDissent, {
    additive: true,
  }),
  explainDissent: command('P9f', text('解释说明', 'Explain to a dissenter'), explainDissentFields, explainDissent, {
    additive: true,
  }),
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
  closeCase: command('P11b', text('办结归档', 'Close and archive'), closeCaseFields, closeCase, {
    rests: ['record', 'publication', 'major', 'tasks', 'progress', 'reports', 'dissents', 'correction', 'closing'],
  }),
  promoteModel: command('P11b', text('评为典型案例', 'Promote to a model'), promoteModelFields, promoteModel, {
    verb: 'direct',
    afterClosing: true,
    rests: ['closing'],
  }),
} as const
