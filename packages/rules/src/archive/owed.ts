import { dayOf } from '@xieshang/kernel'
import type { Unanswered } from '../consultation/context.ts'
import { type Refusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { isSuspended } from '../correction/state.ts'
import { unsettled } from '../deliberation/state.ts'
import { unexplained } from '../dissents/days.ts'
import { isFiled } from '../filing/state.ts'
import { isMajor, isTurnedDown, nextMajorStep } from '../major/state.ts'
import { owesPublication } from '../publication/state.ts'
import { owesReport } from '../reports/state.ts'
import { withoutTask } from '../tasks/state.ts'

/** When it is asked what is owed, and what stands beside the state then. */
export type Moment = { readonly now: string; readonly unanswered?: Unanswered | undefined }

const owed = (open: boolean, refusal: () => Refusal): Refusal[] => (open ? [refusal()] : [])

/** P3b, P9f, P11a: what is owed to people who spoke, however the case ends. */
export const owedToPeople = (state: Consultation, { unanswered }: Moment): Refusal[] => [
  ...owed((unanswered?.opinions ?? 0) > 0, () => stateRefusal('P3b', 'opinionsOpen')),
  ...owed((unanswered?.feedback ?? 0) > 0, () => stateRefusal('P11a', 'feedbackOpen')),
  ...state.dissents
    .flatMap((day) => unexplained(day).slice(0, 1))
    .map((dissent) => stateRefusal('P9f', 'dissentOpen', { params: { dissent } })),
]

/** P9a, P9d, P12: what is owed to the items: each that passed is carried out, each that failed has an end. */
function owedToItems(state: Consultation): Refusal[] {
  const step = isMajor(state) && !isTurnedDown(state) ? nextMajorStep(state) : undefined
  return [
    ...unsettled(state.items).map((item) => stateRefusal('P9d', 'itemUnsettled', { params: { item } })),
    ...(isTurnedDown(state) ? [] : withoutTask(state)).map((item) =>
      stateRefusal('P9a', 'itemWithoutTask', { params: { item } }),
    ),
    ...state.tasks
      .filter(({ doneAt }) => doneAt === undefined)
      .map(({ task }) => stateRefusal('P9a', 'taskOpen', { params: { task } })),
    ...owed(step !== undefined, () => stateRefusal('P12', 'majorNotThrough', { params: { step: step?.label ?? '' } })),
  ]
}

/** P7, P8, P9g: what is owed to the outcome itself: it is filed, answered, public, and not stopped. */
const owedToOutcome = (state: Consultation): Refusal[] => [
  ...owed(!isFiled(state), () => stateRefusal('P7', 'notFiled')),
  ...(state.filings.at(-1)?.bodies ?? [])
    .filter(({ answer }) => answer === undefined)
    .map(({ name }) => stateRefusal('P7', 'filingUnanswered', { params: { name } })),
  ...owed(owesPublication(state), () => stateRefusal('P8', 'notPublished')),
  ...owed(isSuspended(state), () => stateRefusal('P9g', 'stillSuspended')),
]

/** P9c, P10a: what is owed to who commissioned it and to who supervises it. */
const owedToBodies = (state: Consultation): Refusal[] => [
  ...owed(owesReport(state), () => stateRefusal('P9c', 'reportMissing')),
  ...state.reports
    .filter(({ answer }) => answer === undefined)
    .map(({ body }) => stateRefusal('P9c', 'reportOpen', { params: { body } })),
  ...owed(!state.supervision.some(({ kind }) => kind === 'report'), () => stateRefusal('P10a', 'supervisionMissing')),
]

/** P8: the outcome stays up for its days before anything ends. */
function owedToReaders({ publications }: Consultation, { now }: Moment): Refusal[] {
  const until = publications
    .map((one) => one.until)
    .toSorted()
    .at(-1)
  return until === undefined || until <= now
    ? []
    : [stateRefusal('P8', 'publicationRunning', { params: { day: dayOf(until) } })]
}

/** What is still owed before a consultation that was decided goes to the archive, the clause of each with it. */
export const openDuties = (state: Consultation, moment: Moment): Refusal[] => [
  ...owedToOutcome(state),
  ...owedToItems(state),
  ...owedToPeople(state, moment),
  ...owedToBodies(state),
  ...owedToReaders(state, moment),
]
