import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { escalate, escalateSchema, recordAssembly, recordAssemblySchema } from './assembly.ts'
import { closeCase, closeCaseSchema, promoteModel, promoteModelSchema } from './closing.ts'
import { correctionSchema, correctOutcome, liftSuspension, suspendOutcome } from './correction.ts'
import { explainDissent, explainDissentSchema, recordDissent, recordDissentSchema } from './dissents.ts'
import { answerFiling, answerFilingSchema } from './filing.ts'
import { markMajor, markMajorSchema, recordMajorStep, recordMajorStepSchema } from './major.ts'
import { recordAnswer, recordAnswerSchema, reportToCommissioner, reportToCommissionerSchema } from './reports.ts'
import {
  nameSupervisors,
  nameSupervisorsSchema,
  publishProgress,
  publishProgressSchema,
  remark,
  reportToSupervisors,
  supervisionTextSchema,
} from './supervision.ts'
import { addTask, addTaskSchema, reportProgress, reportProgressSchema, urgeTask, urgeTaskSchema } from './tasks.ts'

/** The commands for everything that follows the vote. */
export const followUpCommands = {
  answerFiling: command('P7', text('答复备案', 'Answer the filing'), answerFilingSchema, answerFiling),
  escalate: command('P9d', text('提交会议表决', 'Hand to the assembly'), escalateSchema, escalate),
  recordAssembly: command(
    'P9d',
    text('记录会议表决', "Record the assembly's vote"),
    recordAssemblySchema,
    recordAssembly,
  ),
  markMajor: command('P12', text('列为五议两公开事项', 'Mark as a major matter'), markMajorSchema, markMajor),
  recordMajorStep: command(
    'P12',
    text('记录五议两公开', 'Record a step of the five deliberations'),
    recordMajorStepSchema,
    recordMajorStep,
  ),
  addTask: command('P9a', text('新增落实事项', 'Add a task'), addTaskSchema, addTask),
  reportProgress: command('P9a', text('登记落实进度', 'Report progress'), reportProgressSchema, reportProgress, {
    additive: true,
  }),
  urgeTask: command('P9b', text('督促落实', 'Urge a task'), urgeTaskSchema, urgeTask, { additive: true }),
  reportToCommissioner: command(
    'P9c',
    text('报告委托单位', 'Report to the commissioning body'),
    reportToCommissionerSchema,
    reportToCommissioner,
  ),
  recordAnswer: command('P9c', text('登记委托单位反馈', 'Record its answer'), recordAnswerSchema, recordAnswer),
  recordDissent: command('P9f', text('登记不同意见', 'Record a dissent'), recordDissentSchema, recordDissent, {
    additive: true,
  }),
  explainDissent: command('P9f', text('解释说明', 'Explain to a dissenter'), explainDissentSchema, explainDissent, {
    additive: true,
  }),
  suspendOutcome: command('P9g', text('暂停执行', 'Suspend the outcome'), correctionSchema, suspendOutcome, {
    verb: 'direct',
    afterClosing: true,
  }),
  correctOutcome: command('P9g', text('依法纠正', 'Correct the outcome'), correctionSchema, correctOutcome, {
    verb: 'direct',
    afterClosing: true,
  }),
  liftSuspension: command('P9g', text('恢复执行', 'Lift the suspension'), correctionSchema, liftSuspension, {
    verb: 'direct',
    afterClosing: true,
  }),
  reportToSupervisors: command(
    'P10a',
    text('向监督委员会报告', 'Report to the supervision committee'),
    supervisionTextSchema,
    reportToSupervisors,
    { additive: true },
  ),
  remark: command('P10a', text('监督意见', 'Remark of the supervisors'), supervisionTextSchema, remark, {
    verb: 'supervise',
    additive: true,
    afterClosing: true,
  }),
  nameSupervisors: command(
    'P10b',
    text('成立专门监督委员会', 'Name a supervision group'),
    nameSupervisorsSchema,
    nameSupervisors,
  ),
  publishProgress: command('P10c', text('公布进度', 'Publish progress'), publishProgressSchema, publishProgress, {
    additive: true,
  }),
  closeCase: command('P11b', text('办结归档', 'Close and archive'), closeCaseSchema, closeCase),
  promoteModel: command('P11b', text('评为典型案例', 'Promote to a model'), promoteModelSchema, promoteModel, {
    verb: 'direct',
    afterClosing: true,
  }),
} as const
