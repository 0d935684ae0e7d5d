import { type Moment, openDuties } from '../archive/owed.ts'
import type { CommandType } from '../consultation/commands.ts'
import type { Refusal } from '../consultation/refusal.ts'
import type { Stage } from '../consultation/section.ts'
import type { Consultation } from '../consultation/state.ts'
import { isSuspended } from '../correction/state.ts'
import { isFiled } from '../filing/state.ts'
import { isTurnedDown } from '../major/state.ts'
import { owesPublication } from '../publication/state.ts'
import { openSessionOf } from '../session/state.ts'
import { carryOutProblem } from '../tasks/carryOut.ts'
import { withoutTask } from '../tasks/state.ts'
import type { Step } from '../taxonomy/procedure.ts'
import type { RefusalCode } from '../texts/refusals.ts'
import { pendingEscalation } from './outcome.ts'
import { allowed, type Who } from './stage.ts'
import { isMeeting, runningRound } from './untilVote.ts'

type NextCommand = Extract<
  CommandType,
  | 'registerTopic'
  | 'resubmitTopic'
  | 'setProcedure'
  | 'fixParticipants'
  | 'issueNotice'
  | 'chooseForms'
  | 'addItem'
  | 'openSession'
  | 'closeSession'
  | 'openRound'
  | RoundCommand
  | 'recordAssembly'
  | 'fileRecord'
  | 'publishOutcome'
  | 'recordMajorStep'
  | 'addTask'
  | 'closeCase'
>
type RoundCommand = 'enterHands' | 'confirmHands' | 'enterPapers' | 'confirmPapers' | 'closeRound'

/** A command, or more than one that may be given, or waiting for who gives it. */
export type NextAct = NextCommand | 'fileAgain' | 'carryOut' | 'settleSuspension' | 'waitForTownship'

/** What is to be done next, and in which stage. */
export type Next = { readonly stage: Stage } & (
  | { readonly act: NextAct }
  /** Something is owed before the archive: which sentence says so. */
  | { readonly act: 'owed'; readonly owed: Refusal }
)

/** What usually comes next after a step of the procedure, which is all that a list of consultations knows. */
export const usualNext: { readonly [step in Step]?: { readonly act: NextAct; readonly stage: Stage } } = {
  proposed: { act: 'registerTopic', stage: 'topic' },
  returned: { act: 'resubmitTopic', stage: 'topic' },
  registered: { act: 'fixParticipants', stage: 'participants' },
  listed: { act: 'issueNotice', stage: 'notice' },
  notified: { act: 'openSession', stage: 'session' },
  deliberating: { act: 'openRound', stage: 'voting' },
  voting: { act: 'closeRound', stage: 'voting' },
  decided: { act: 'fileRecord', stage: 'record' },
  filed: { act: 'publishOutcome', stage: 'publication' },
  published: { act: 'carryOut', stage: 'tasks' },
  carryingOut: { act: 'carryOut', stage: 'tasks' },
}

const stageOwing: { readonly [code in RefusalCode]?: Stage } = {
  notFiled: 'record',
  filingUnanswered: 'record',
  notPublished: 'publication',
  stillSuspended: 'correction',
  opinionsOpen: 'notice',
  feedbackOpen: 'again',
  itemUnsettled: 'items',
  itemWithoutTask: 'tasks',
  reportMissing: 'reports',
  supervisionMissing: 'supervision',
  taskOpen: 'tasks',
  reportOpen: 'reports',
  dissentOpen: 'dissents',
  majorNotThrough: 'major',
}

/** In which stage a duty is met that stands between a consultation and the archive (P11b). */
export const stageOfDuty = ({ code }: Refusal): Stage => stageOwing[code] ?? 'closing'

/** P6a: what was entered by hand is confirmed by another officer before anything is counted. */
function inRound({ method, entry, paper, papers, confirmedBy }: Consultation['rounds'][number]): RoundCommand {
  if (method === 'hands') return entry === undefined ? 'enterHands' : 'confirmHands'
  if (paper === undefined || confirmedBy !== undefined) return 'closeRound'
  return papers === undefined ? 'enterPapers' : 'confirmPapers'
}

/** Once people sit together: what is open is voted, then what was begun is ended, then the record is filed. */
function inMeeting(state: Consultation): Next {
  const { items, escalations, filings } = state
  const isAsked = (item: number) => escalations.some((one) => one.vote === undefined && one.items.includes(item))
  if (items.length === 0) return { act: 'addItem', stage: 'items' }
  if (items.some(({ item, status }) => status === 'open' && !isAsked(item)))
    return { act: 'openRound', stage: 'voting' }
  if (pendingEscalation(state) !== undefined) return { act: 'recordAssembly', stage: 'assembly' }
  if (openSessionOf(state) !== undefined) return { act: 'closeSession', stage: 'session' }
  return { act: filings.length > 0 ? 'fileAgain' : 'fileRecord', stage: 'record' }
}

/** Up to the filing it is the step that says what comes next, unless something else must come before. */
function beforeFiling(state: Consultation): Next | undefined {
  const { step, villages, procedure, forms } = state
  const running = runningRound(state)
  if (running !== undefined) return { act: inRound(running), stage: 'voting' }
  if (isMeeting(state)) return inMeeting(state)
  if (step === 'proposed' && villages !== undefined && procedure === undefined)
    return { act: 'setProcedure', stage: 'topic' }
  if (step === 'notified' && forms.length === 0) return { act: 'chooseForms', stage: 'forms' }
  return usualNext[step]
}

/** After the filing it is the first duty that is still owed. */
function afterFiling(state: Consultation, moment: Moment): Next {
  if (owesPublication(state)) return { act: 'publishOutcome', stage: 'publication' }
  if (!isTurnedDown(state)) {
    if (carryOutProblem(state) !== undefined) return { act: 'recordMajorStep', stage: 'major' }
    if (withoutTask(state).length > 0) return { act: 'addTask', stage: 'tasks' }
  }
  const [owed] = openDuties(state, moment)
  return owed === undefined ? { act: 'closeCase', stage: 'closing' } : { act: 'owed', owed, stage: stageOfDuty(owed) }
}

/** The one next thing to do in a consultation; undefined when it is at its end. */
export function nextOf(state: Consultation, who: Who, moment: Moment): Next | undefined {
  if (isSuspended(state))
    return { act: allowed(state, who, 'direct') ? 'settleSuspension' : 'waitForTownship', stage: 'correction' }
  if (state.closed !== undefined)
    return isFiled(state) && owesPublication(state) ? { act: 'publishOutcome', stage: 'publication' } : undefined
  return isFiled(state) ? afterFiling(state, moment) : beforeFiling(state)
}
