import { isFiled, isMajor, isSuspended, openDuties, owesPublication, unexplained } from '@xieshang/rules'
import type { ReactNode } from 'react'
import { allowedTo } from '../shared/allowedTo.ts'
import type { Texts } from '../texts/zh.ts'
import { type Acting, may } from './acting.ts'
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

/** A step of the procedure on the page of a consultation. */
export type Section = {
  readonly id: string
  readonly label: string
  /** Whether it opens by itself, since its turn has come. */
  readonly open: boolean
  readonly done: boolean
  readonly content: ReactNode
  /** A step that has nothing to do with this consultation so far is left out. */
  readonly shown?: boolean
}

/** Up to the vote: P1 to P6. */
export function untilTheVote(acting: Acting, t: Texts): Section[] {
  const { consultation } = acting
  const { step } = consultation
  return [
    {
      id: 'topic',
      label: t.stepTopic,
      open: step === 'proposed' || step === 'returned',
      done: consultation.registered !== undefined,
      content: <TopicStep acting={acting} />,
    },
    {
      id: 'participants',
      label: t.stepParticipants,
      open: step === 'registered',
      done: consultation.list !== undefined,
      content: <ParticipantsStep acting={acting} />,
    },
    {
      id: 'notice',
      label: t.stepNotice,
      open: step === 'listed' || step === 'notified',
      done: consultation.notices.length > 0,
      content: <NoticeStep acting={acting} />,
    },
    {
      id: 'forms',
      label: t.stepForms,
      open: step === 'notified' && consultation.forms.length === 0,
      done: consultation.forms.length > 0,
      content: <FormsStep acting={acting} />,
    },
    {
      id: 'items',
      label: t.stepItems,
      open: step === 'notified' || step === 'deliberating',
      done: consultation.items.length > 0,
      content: <ItemsStep acting={acting} />,
    },
    {
      id: 'session',
      label: t.stepSession,
      open: step === 'notified' || step === 'deliberating' || step === 'decided',
      done: consultation.sessions.some((s) => s.closedAt !== undefined),
      content: <SessionStep acting={acting} />,
    },
    {
      id: 'voting',
      label: t.stepVoting,
      open: step === 'deliberating' || step === 'voting' || step === 'decided',
      done: step === 'decided' || consultation.filings.length > 0,
      content: <VotingStep acting={acting} />,
    },
  ]
}

/** From the vote to the archive: P6 to P12. */
export function afterTheVote(acting: Acting, t: Texts): Section[] {
  const { consultation } = acting
  const { step, escalations, filings, publications, tasks, reports, dissents, closed } = consultation
  const filed = isFiled(consultation)
  const voted = consultation.rounds.some((round) => round.status === 'closed')
  const undecided = voted && consultation.items.some(({ status }) => status !== 'passed')
  const major = isMajor(consultation)
  const running = filed && closed === undefined
  return [
    {
      id: 'assembly',
      label: t.stepAssembly,
      shown: escalations.length > 0 || (undecided && !filed),
      open: escalations.length > 0 && !filed,
      done: escalations.length > 0 && escalations.every(({ vote }) => vote !== undefined),
      content: <AssemblyStep acting={acting} />,
    },
    {
      id: 'record',
      label: t.stepRecord,
      open: step === 'decided' || step === 'filed',
      done: filed,
      content: <RecordStep acting={acting} />,
    },
    {
      id: 'publication',
      label: t.stepPublication,
      open: running && owesPublication(consultation),
      done: publications.length > 0 && !owesPublication(consultation),
      content: <PublicationStep acting={acting} />,
    },
    {
      id: 'major',
      label: t.stepMajor,
      shown: major || (consultation.registered !== undefined && may(acting, 'markMajor') && tasks.length === 0),
      open: major && running,
      done: major && filed && openDuties(consultation).every(({ clause }) => clause !== 'P12'),
      content: <MajorStepList acting={acting} />,
    },
    {
      id: 'tasks',
      label: t.stepTasks,
      shown: filings.length > 0,
      open: running && publications.length > 0,
      done: tasks.length > 0 && tasks.every(({ doneAt }) => doneAt !== undefined),
      content: <TasksStep acting={acting} />,
    },
    {
      id: 'reports',
      label: t.stepReports,
      shown: reports.length > 0 || filed,
      open: reports.length > 0 && closed === undefined,
      done: reports.length > 0 && reports.every(({ answer }) => answer !== undefined),
      content: <ReportsStep acting={acting} />,
    },
    {
      id: 'dissents',
      label: t.stepDissents,
      shown: dissents.length > 0 || voted,
      open: dissents.length > 0 && filed && closed === undefined,
      done: dissents.length > 0 && dissents.every((day) => unexplained(day).length === 0),
      content: <DissentsStep acting={acting} />,
    },
    {
      id: 'supervision',
      label: t.stepSupervision,
      shown: consultation.registered !== undefined,
      open: allowedTo(acting.me, 'supervise'),
      done: consultation.supervision.length > 0,
      content: <SupervisionStep acting={acting} />,
    },
    {
      id: 'bulletins',
      label: t.stepBulletins,
      shown: publications.length > 0,
      open: false,
      done: consultation.bulletins.length > 0,
      content: <BulletinsStep acting={acting} />,
    },
    {
      id: 'correction',
      label: t.stepCorrection,
      shown: consultation.corrections.length > 0 || may(acting, 'suspendOutcome') ? filings.length > 0 : false,
      open: consultation.corrections.length > 0 && closed === undefined,
      done: consultation.corrections.length > 0 && !isSuspended(consultation),
      content: <CorrectionStep acting={acting} />,
    },
    {
      id: 'closing',
      label: t.stepClosing,
      shown: filings.length > 0,
      open: closed !== undefined || (running && openDuties(consultation).length === 0 && tasks.length > 0),
      done: closed !== undefined,
      content: <ClosingStep acting={acting} />,
    },
    {
      id: 'again',
      label: t.stepAgain,
      shown: publications.length > 0,
      open: false,
      done: consultation.takenUpBy.length > 0,
      content: <AgainStep acting={acting} />,
    },
    {
      id: 'history',
      label: t.stepHistory,
      open: false,
      done: false,
      content: <History county={acting.county} id={consultation.id} version={consultation.version} />,
    },
  ]
}
