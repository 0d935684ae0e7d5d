import type { Stage } from '@xieshang/rules'
import { progressOf } from '@xieshang/rules/deciding'
import type { ComponentType, ReactNode } from 'react'
import type { Texts } from '../texts/zh.ts'
import { type Acting, momentOf, whoActs } from './acting.ts'
import { AgainStep } from './steps/again.tsx'
import { AssemblyStep } from './steps/assembly.tsx'
import { BulletinsStep } from './steps/bulletins.tsx'
import { ClosingStep } from './steps/closing.tsx'
import { CorrectionStep } from './steps/correction.tsx'
import { DissentsStep } from './steps/dissents.tsx'
import { FormsStep } from './steps/forms.tsx'
import { History } from './steps/history.tsx'
import { ItemsStep } from './steps/items.tsx'
import { MajorStepList } from './steps/major.tsx'
import { NoticeStep } from './steps/notice.tsx'
import { ParticipantsStep } from './steps/participants.tsx'
import { PublicationStep } from './steps/publication.tsx'
import { RecordStep } from './steps/record.tsx'
import { ReportsStep } from './steps/reports.tsx'
import { SessionStep } from './steps/session.tsx'
import { SupervisionStep } from './steps/supervision.tsx'
import { TasksStep } from './steps/tasks.tsx'
import { TopicStep } from './steps/topic.tsx'
import { VotingStep } from './steps/voting.tsx'

/** A part of a consultation's page. */
export type Section = {
  readonly id: string
  readonly label: string
  /** Whether it opens by itself, since its turn has come. */
  readonly open: boolean
  readonly done: boolean
  readonly content: ReactNode
}

type View = readonly [label: (t: Texts) => string, Content: ComponentType<{ acting: Acting }>]

/** How the stages of the procedure are shown; which there are and how they stand, the rules say. */
const views: { readonly [stage in Stage]: View } = {
  topic: [(t) => t.stepTopic, TopicStep],
  participants: [(t) => t.stepParticipants, ParticipantsStep],
  notice: [(t) => t.stepNotice, NoticeStep],
  forms: [(t) => t.stepForms, FormsStep],
  items: [(t) => t.stepItems, ItemsStep],
  session: [(t) => t.stepSession, SessionStep],
  voting: [(t) => t.stepVoting, VotingStep],
  assembly: [(t) => t.stepAssembly, AssemblyStep],
  record: [(t) => t.stepRecord, RecordStep],
  publication: [(t) => t.stepPublication, PublicationStep],
  major: [(t) => t.stepMajor, MajorStepList],
  tasks: [(t) => t.stepTasks, TasksStep],
  reports: [(t) => t.stepReports, ReportsStep],
  dissents: [(t) => t.stepDissents, DissentsStep],
  supervision: [(t) => t.stepSupervision, SupervisionStep],
  bulletins: [(t) => t.stepBulletins, BulletinsStep],
  correction: [(t) => t.stepCorrection, CorrectionStep],
  closing: [(t) => t.stepClosing, ClosingStep],
  again: [(t) => t.stepAgain, AgainStep],
}

/** The stages of a consultation as they stand for who acts, and everything that happened. */
export function sectionsOf(acting: Acting, t: Texts): Section[] {
  const { consultation } = acting
  const { stages } = progressOf(consultation, whoActs(acting), momentOf(acting))
  return [
    ...stages.map(({ stage, open, done }) => {
      const [label, Content] = views[stage]
      return { id: stage, label: label(t), open, done, content: <Content acting={acting} /> }
    }),
    {
      id: 'history',
      label: t.stepHistory,
      open: false,
      done: false,
      content: <History of={{ county: acting.county, id: consultation.id }} />,
    },
  ]
}
