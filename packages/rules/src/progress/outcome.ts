import { endProblem } from '../archive/closing.ts'
import { openDuties } from '../archive/owed.ts'
import { gateOf } from '../consultation/decide.ts'
import { stateRefusal } from '../consultation/refusal.ts'
import type { Stage } from '../consultation/section.ts'
import type { Consultation } from '../consultation/state.ts'
import { isSuspended } from '../correction/state.ts'
import { unexplained } from '../dissents/days.ts'
import { filingProblem } from '../filing/file.ts'
import { isFiled } from '../filing/state.ts'
import { stepToRecord } from '../major/major.ts'
import { isMajor, isTurnedDown, nextMajorStep } from '../major/state.ts'
import { publicationProblem } from '../publication/publish.ts'
import { owesPublication } from '../publication/state.ts'
import { carryOutProblem } from '../tasks/carryOut.ts'
import { withoutTask } from '../tasks/state.ts'
import { allowed, type StageSpec } from './stage.ts'
import { isMeeting } from './untilVote.ts'

const isRunning = (state: Consultation) => isFiled(state) && state.closed === undefined

const voted = ({ rounds }: Consultation) => rounds.some(({ status }) => status === 'closed')

/** P7: whether a body that has the record has not answered yet. */
const waitsForAnswer = ({ filings }: Consultation) =>
  filings.at(-1)?.bodies.some(({ answer }) => answer === undefined) === true

/** P9d: what is with the assembly and has no vote yet. */
export const pendingEscalation = ({ escalations }: Consultation) => escalations.find(({ vote }) => vote === undefined)

const unlessFiled = (clause: string) => (state: Consultation) =>
  isFiled(state) ? undefined : stateRefusal(clause, 'notFiled')

/** P7 to P12, with what goes to the assembly in between. */
export const outcome = {
  assembly: {
    commands: ['escalate', 'recordAssembly'],
    problem: (state) =>
      pendingEscalation(state) === undefined && isFiled(state) ? stateRefusal('P9d', 'alreadyFiled') : undefined,
    shown: (state) =>
      state.escalations.length > 0 ||
      (voted(state) && !isFiled(state) && state.items.some(({ status }) => status !== 'passed')),
    turn: (state) => state.escalations.length > 0 && !isFiled(state),
    done: (state) => state.escalations.length > 0 && pendingEscalation(state) === undefined,
  },
  record: {
    commands: ['fileRecord', 'answerFiling'],
    problem: (state) => (isFiled(state) ? undefined : filingProblem(state)),
    turn: (state) => isMeeting(state) || state.step === 'filed' || (isRunning(state) && waitsForAnswer(state)),
    done: isFiled,
  },
  publication: {
    commands: ['publishOutcome'],
    problem: publicationProblem,
    // In the archive, too, where the township corrected it since.
    turn: (state) => isFiled(state) && owesPublication(state),
    done: (state) => state.publications.length > 0 && !owesPublication(state),
  },
  major: {
    commands: ['markMajor', 'recordMajorStep'],
    problem(state) {
      if (!isMajor(state)) return state.tasks.length > 0 ? stateRefusal('P12', 'carryingOut') : undefined
      const step = stepToRecord(state)
      return 'code' in step ? step : undefined
    },
    shown: (state, who) =>
      isMajor(state) ||
      (state.registered !== undefined && state.tasks.length === 0 && gateOf(state, 'markMajor', who) === undefined),
    turn: (state) => isMajor(state) && isRunning(state),
    done: (state) => isMajor(state) && isFiled(state) && (nextMajorStep(state) === undefined || isTurnedDown(state)),
  },
  tasks: {
    commands: ['addTask', 'waiveTask', 'reportProgress', 'urgeTask'],
    problem: (state) => (state.tasks.some(({ doneAt }) => doneAt === undefined) ? undefined : carryOutProblem(state)),
    shown: ({ filings }) => filings.length > 0,
    turn: (state) =>
      isRunning(state) &&
      state.publications.length > 0 &&
      (state.tasks.length > 0 || state.items.some(({ status }) => status === 'passed')),
    done: (state) =>
      state.tasks.length + state.tasksWaived.length > 0 &&
      withoutTask(state).length === 0 &&
      state.tasks.every(({ doneAt }) => doneAt !== undefined),
  },
  reports: {
    commands: ['reportToCommissioner', 'recordAnswer'],
    problem: unlessFiled('P9c'),
    shown: (state) => state.reports.length > 0 || isFiled(state),
    turn: ({ reports, closed }) => reports.length > 0 && closed === undefined,
    done: ({ reports }) => reports.length > 0 && reports.every(({ answer }) => answer !== undefined),
  },
  dissents: {
    commands: ['recordDissent', 'explainDissent'],
    problem: () => undefined,
    shown: (state) => state.dissents.length > 0 || voted(state),
    turn: (state) => state.dissents.length > 0 && isRunning(state),
    done: ({ dissents }) => dissents.length > 0 && dissents.every((day) => unexplained(day).length === 0),
  },
  supervision: {
    commands: ['remark', 'reportToSupervisors', 'nameSupervisors'],
    problem: () => undefined,
    shown: ({ registered }) => registered !== undefined,
    turn: (state, who) => allowed(state, who, 'supervise') || isRunning(state),
    done: ({ supervision }) => supervision.some(({ kind }) => kind === 'report'),
  },
  bulletins: {
    commands: ['publishProgress'],
    problem: ({ publications }) => (publications.length > 0 ? undefined : stateRefusal('P10c', 'notPublished')),
    shown: ({ publications }) => publications.length > 0,
    turn: () => false,
    done: ({ bulletins }) => bulletins.length > 0,
  },
  correction: {
    commands: ['suspendOutcome', 'correctOutcome', 'liftSuspension'],
    problem: (state) => (isSuspended(state) ? undefined : unlessFiled('P9g')(state)),
    shown: (state, who) =>
      state.filings.length > 0 && (state.corrections.length > 0 || gateOf(state, 'suspendOutcome', who) === undefined),
    turn: (state) => isSuspended(state) || (state.corrections.length > 0 && state.closed === undefined),
    done: (state) => state.corrections.length > 0 && !isSuspended(state),
  },
  closing: {
    commands: ['closeCase', 'endCase', 'promoteModel'],
    problem(state, moment) {
      if (state.closed !== undefined) return undefined
      // While the outcome is up nothing is left to do but to wait.
      const owed = openDuties(state, moment).find(({ code }) => code !== 'publicationRunning')
      return endProblem(state) ?? (isFiled(state) ? owed : undefined)
    },
    turn: (state) => state.closed !== undefined || (isFiled(state) && withoutTask(state).length === 0),
    done: ({ closed }) => closed !== undefined,
  },
  again: {
    commands: [],
    problem: ({ publications }) => (publications.length > 0 ? undefined : stateRefusal('P11a', 'notPublished')),
    shown: ({ publications }) => publications.length > 0,
    turn: () => false,
    done: ({ takenUpBy }) => takenUpBy.length > 0,
  },
} as const satisfies { readonly [stage in Stage]?: StageSpec }
