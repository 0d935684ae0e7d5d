import { stateRefusal } from '../consultation/refusal.ts'
import type { Stage } from '../consultation/section.ts'
import type { Consultation } from '../consultation/state.ts'
import { formsProblem, itemsProblem } from '../deliberation/deliberation.ts'
import { noticeProblem } from '../notice/notice.ts'
import { sessionProblem } from '../session/session.ts'
import { openSessionOf } from '../session/state.ts'
import { registrationProblem } from '../topic/topic.ts'
import { votersOf } from '../voting/opening.ts'
import type { StageSpec } from './stage.ts'

/** The round that is under way, if one is. */
export const runningRound = ({ rounds }: Consultation) => rounds.find(({ status }) => status !== 'closed')

/** Whether people have begun to deliberate; a notice that is issued again meanwhile does not end that. */
export const isMeeting = (state: Consultation): boolean =>
  state.step === 'deliberating' || state.step === 'decided' || openSessionOf(state) !== undefined

const hasOpenItem = ({ items }: Consultation) => items.some(({ status }) => status === 'open')

/** P1 to P6. */
export const untilVote = {
  topic: {
    commands: ['registerTopic', 'returnTopic', 'resubmitTopic', 'setProcedure'],
    problem: (state) =>
      state.step === 'proposed' || state.step === 'returned' ? undefined : registrationProblem(state),
    turn: ({ step }) => step === 'proposed' || step === 'returned',
    done: ({ registered }) => registered !== undefined,
  },
  participants: {
    commands: ['fixParticipants'],
    problem: ({ step }) => (step === 'registered' ? undefined : stateRefusal('P2a', 'notRegistered')),
    turn: ({ step }) => step === 'registered',
    done: ({ list }) => list !== undefined,
  },
  notice: {
    commands: ['issueNotice', 'recordTelling'],
    problem: (state) => (state.notices.length > 0 ? undefined : noticeProblem(state)),
    turn: ({ step }) => step === 'listed' || step === 'notified',
    done: ({ notices }) => notices.length > 0,
  },
  forms: {
    commands: ['chooseForms'],
    problem: formsProblem,
    turn: ({ step, forms }) => step === 'notified' && forms.length === 0,
    done: ({ forms }) => forms.length > 0,
  },
  items: {
    commands: ['addItem', 'reviseItem'],
    problem: itemsProblem,
    turn: ({ step }) => step === 'notified' || step === 'deliberating',
    done: ({ items }) => items.length > 0,
  },
  session: {
    commands: ['openSession', 'takeAttendance', 'recordDiscussion', 'closeSession'],
    problem: (state) => (openSessionOf(state) === undefined ? sessionProblem(state) : undefined),
    turn: ({ step }) => step === 'notified' || step === 'deliberating' || step === 'decided',
    done: ({ sessions }) => sessions.some(({ closedAt }) => closedAt !== undefined),
  },
  voting: {
    commands: ['openRound', 'enterHands', 'confirmHands', 'enterPapers', 'confirmPapers', 'closeRound'],
    problem(state) {
      if (runningRound(state) !== undefined) return undefined
      const voters = votersOf(state)
      return 'code' in voters ? voters : undefined
    },
    turn: (state) =>
      runningRound(state) !== undefined || state.step === 'decided' || (isMeeting(state) && hasOpenItem(state)),
    done: (state) => state.items.length > 0 && !hasOpenItem(state) && runningRound(state) === undefined,
  },
} as const satisfies { readonly [stage in Stage]?: StageSpec }
