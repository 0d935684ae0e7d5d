import {
  carryOutProblem,
  isFiled,
  isSuspended,
  nextMajorStep,
  openDuties,
  owesPublication,
  type Refusal,
  refusalText,
  type Step,
} from '@xieshang/rules'
import type { Consultation } from '../api/staff.ts'
import { currentLanguage } from '../texts/language.ts'
import type { Texts } from '../texts/zh.ts'

/** What an officer has to do next, from where the consultation stands. */
export function nextOf(step: Step, t: Texts): string {
  const next: { readonly [step in Step]: string } = {
    proposed: t.registerTopic,
    returned: t.resubmit,
    registered: t.stepParticipants,
    listed: t.issueNotice,
    notified: t.openSession,
    deliberating: t.openRound,
    voting: t.closeRound,
    decided: t.fileRecord,
    filed: t.publish,
    published: t.carryOut,
    carryingOut: t.carryOut,
    closed: t.none,
  }
  return next[step]
}

export type Next = {
  readonly text: string
  /** Id of the section of the page where it is done. */
  readonly section?: string
}

const sectionOfStep: { readonly [step in Step]?: string } = {
  proposed: 'topic',
  returned: 'topic',
  registered: 'participants',
  listed: 'notice',
  notified: 'session',
  deliberating: 'voting',
  voting: 'voting',
  decided: 'record',
}

const sectionOfCode: Readonly<Record<string, string>> = {
  notFiled: 'record',
  filingUnanswered: 'record',
  notPublished: 'publication',
  stillSuspended: 'correction',
  taskOpen: 'tasks',
  reportOpen: 'reports',
  dissentOpen: 'dissents',
  majorNotThrough: 'major',
}

/** Where on the page a duty is met that stands between a consultation and the archive (P11b). */
export const sectionOfDuty = ({ code }: Refusal): string => sectionOfCode[code] ?? 'closing'

/** The one next thing to do, and where on the page. After the filing it is the first duty that is still owed. */
export function nextInside(consultation: Consultation, t: Texts): Next {
  const { step, villages, procedure, filings } = consultation
  if (isSuspended(consultation)) return { text: t.waitForTownship, section: 'correction' }
  if (step === 'closed') return { text: t.archived, section: 'closing' }
  if (step === 'proposed' && villages !== undefined && procedure === undefined)
    return { text: t.setProcedure, section: 'topic' }
  const running = consultation.rounds.find(({ status }) => status !== 'closed')
  if (running !== undefined) return { text: nextInRound(running, t), section: 'voting' }
  if (!isFiled(consultation)) {
    const text = step === 'decided' && filings.length > 0 ? t.fileAgain : nextOf(step, t)
    const section = sectionOfStep[step]
    return section === undefined ? { text } : { text, section }
  }
  if (owesPublication(consultation)) return { text: t.publish, section: 'publication' }
  return nextAfterPublication(consultation, t)
}

/** P6a: what was entered by hand is confirmed by another officer before anything is counted. */
function nextInRound({ method, entry, paper, papers, confirmedBy }: Consultation['rounds'][number], t: Texts): string {
  if (method === 'hands') return entry === undefined ? t.enterHands : t.confirmHands
  if (paper === undefined || confirmedBy !== undefined) return t.closeRound
  return papers === undefined ? t.nextEnterPapers : t.nextConfirmPapers
}

function nextAfterPublication(consultation: Consultation, t: Texts): Next {
  const { items, tasks } = consultation
  if (carryOutProblem(consultation) !== undefined)
    return { text: t.majorNext(nextMajorStep(consultation)?.label ?? ''), section: 'major' }
  const idle = items.some(({ item, status }) => status === 'passed' && !tasks.some((task) => task.items.includes(item)))
  if (idle) return { text: t.addTask, section: 'tasks' }
  const [duty] = openDuties(consultation)
  return duty === undefined
    ? { text: t.closeCase, section: 'closing' }
    : { text: refusalText(duty, currentLanguage()).replace(/[。.]$/, ''), section: sectionOfDuty(duty) }
}
