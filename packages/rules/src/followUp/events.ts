import { text } from '@xieshang/kernel'
import { type Happened, happened } from '../consultation/happened.ts'
import type { AssemblyKind, CommissionAnswer, FilingResult, TaskKind } from '../taxonomy/followUp.ts'
import type { Escalation, MajorRecord } from './shapes.ts'

type AssemblyVote = NonNullable<Escalation['vote']>

/** The data of the events that follow the vote. */
export type FollowUpEventData = {
  FilingAnswered: { body: number; result: FilingResult; note: string }
  Escalated: { escalation: number; to: AssemblyKind; items: readonly number[]; reason: string }
  AssemblyVoted: {
    escalation: number
    heldOn: string
    members: number
    attended: number
    needed: number
    votes: AssemblyVote['items']
  }
  MarkedMajor: { reason: string }
  MajorStepRecorded: Omit<MajorRecord, 'at' | 'by'>
  TaskAdded: {
    task: number
    title: string
    kind: TaskKind
    responsible: string
    dueOn: string
    items: readonly number[]
  }
  ProgressReported: { task: number; text: string; done: boolean }
  TaskUrged: { task: number; text: string }
  CommissionerReported: { report: number; body: string; text: string }
  CommissionerAnswered: { report: number; result: CommissionAnswer; reason: string }
  DissentRecorded: { dissent: number; item: number; words: string; name?: string }
  DissentExplained: { dissent: number; text: string }
  OutcomeCorrected: { kind: 'suspended' | 'corrected' | 'lifted'; ground: string; text: string }
  SupervisionNoted: { kind: 'report' | 'remark'; text: string }
  SupervisorsNamed: { members: readonly string[] }
  ProgressPublished: { progress: string; problems: string; impact: string }
  CaseClosed: { summary: string }
  ModelPromoted: { reason: string }
  /** P11a: another consultation takes the matter up again. */
  TakenUpAgain: { consultation: string; title: string }
}

/** What each of them changes, and its words. */
export const followUpEvents: Readonly<Record<keyof FollowUpEventData, Happened>> = {
  FilingAnswered: happened(['record'], text('登记备案答复', 'answered the filing')),
  Escalated: happened(['assembly'], text('提交会议表决', 'handed items to the assembly')),
  AssemblyVoted: happened(['assembly', 'items'], text('登记会议表决结果', "recorded the assembly's vote")),
  MarkedMajor: happened(['major'], text('列为五议两公开事项', 'marked it as a major matter')),
  MajorStepRecorded: happened(['major'], text('登记五议两公开', 'recorded a step of the five deliberations')),
  TaskAdded: happened(['tasks'], text('新增落实事项', 'added a task')),
  ProgressReported: happened(['progress'], text('登记落实进度', 'reported progress')),
  TaskUrged: happened(['progress'], text('督促落实', 'urged a task')),
  CommissionerReported: happened(['reports'], text('报告委托单位', 'reported to the commissioning body')),
  CommissionerAnswered: happened(['reports'], text('登记委托单位反馈', 'recorded its answer')),
  DissentRecorded: happened(['dissents'], text('登记不同意见', 'recorded a dissent')),
  DissentExplained: happened(['dissents'], text('解释说明', 'explained it to a dissenter')),
  OutcomeCorrected: happened(['correction'], text('依法处理成果', 'acted on the outcome by law')),
  SupervisionNoted: happened(['remarks'], text('监督记录', 'noted something for supervision')),
  SupervisorsNamed: happened(['supervision'], text('成立专门监督委员会', 'named a supervision group')),
  ProgressPublished: happened(['bulletins'], text('公布进度', 'published the progress')),
  CaseClosed: happened(['closing'], text('办结归档', 'closed and archived it')),
  ModelPromoted: happened(['closing'], text('评为典型案例', 'made it a model')),
  TakenUpAgain: happened(['again'], text('再次协商', 'took it up again')),
}
