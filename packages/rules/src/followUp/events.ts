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
