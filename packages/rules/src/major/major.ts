import { addDays, dayOf, text } from '@xieshang/kernel'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { words } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import {
  count,
  day,
  type Fields,
  type Ground,
  group,
  known,
  long,
  longOrNone,
  schemaOf,
  type Values,
} from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'
import type { MajorStep } from '../parameters/major.ts'
import { hasMajority, hasQuorum, quorumOf } from '../voting/arithmetic.ts'
import { isMajor, nextMajorStep } from './state.ts'

export const markMajorFields = { reason: long(text('为什么列为重大事项', 'Why it is a major matter'), 500) }

const stepOf = ({ state, known: { step } }: Ground) => state?.parameters.majorSteps.find(({ id }) => id === step)

const heldOn = {
  ...day(text('召开日期', 'Held on')),
  first: ({ now }: Ground) => dayOf(now),
  says: (ground: Ground) => {
    const step = stepOf(ground)
    return {
      ...(step?.kind === 'publication' && { label: text('公开之日', 'Public from') }),
      ...(step?.days !== undefined && { hint: text(`公开 ${step.days} 天`, `stays up ${step.days} days`) }),
    }
  },
}

const voteFields = {
  members: count(text('应到人数', 'Members'), 1, 1_000_000),
  attended: count(text('到会人数', 'Attended'), 0, 1_000_000),
  yes: count(text('同意人数', 'In favour'), 0, 1_000_000),
}

export const recordMajorStepFields = {
  /** Id of the step, from the list that the consultation began with. */
  step: known(words(40)),
  heldOn,
  note: longOrNone(text('情况说明', 'Note')),
  /** The vote, where the step has one. */
  vote: {
    ...group(text('表决', 'Vote'), voteFields),
    schema: schemaOf(voteFields).optional(),
    when: (_, ground) => stepOf(ground)?.quorum !== undefined,
  },
} satisfies Fields

/** P12: a matter of weight goes through the five deliberations and two publications. */
export function markMajor(state: Consultation, command: Values<typeof markMajorFields>): Decision {
  if (isMajor(state)) return refuse(stateRefusal('P12', 'alreadyMajor'))
  if (state.tasks.length > 0) return refuse(stateRefusal('P12', 'carryingOut'))
  return accept({ type: 'MarkedMajor', data: command })
}

/** The step that a major matter takes next, or why it takes none now. */
export function stepToRecord(state: Consultation): MajorStep | Refusal {
  if (!isMajor(state)) return stateRefusal('P12', 'notMajor')
  if (!isFiled(state)) return stateRefusal('P12', 'notFiled')
  return nextMajorStep(state) ?? stateRefusal('P12', 'majorDone')
}

/** P12: one step after the other; a vote needs its quorum and more than half, else the step is held again. */
export function recordMajorStep(
  state: Consultation,
  command: Values<typeof recordMajorStepFields>,
  context: Context,
): Decision {
  const step = stepToRecord(state)
  if ('code' in step) return refuse(step)
  if (step.id !== command.step)
    return refuse(ruleRefusal('P12', 'majorOrder', { field: 'step', params: { step: step.label } }))
  if (command.heldOn > dayOf(context.now)) return refuse(ruleRefusal('P12', 'heldInFuture', { field: 'heldOn' }))
  const { vote } = command
  if (step.quorum === undefined) {
    if (vote !== undefined) return refuse(ruleRefusal('P12', 'majorWithoutVote', { field: 'vote' }))
    const until = step.days === undefined ? undefined : addDays(command.heldOn, step.days)
    return accept({
      type: 'MajorStepRecorded',
      data: { step, heldOn: command.heldOn, note: command.note, ...(until !== undefined && { until }) },
    })
  }
  if (vote === undefined) return refuse(ruleRefusal('P12', 'majorVoteMissing', { field: 'vote' }))
  if (vote.attended > vote.members) return refuse(ruleRefusal('P12', 'moreThanMembers', { field: 'vote.attended' }))
  if (vote.yes > vote.attended) return refuse(ruleRefusal('P12', 'moreThanAttended', { field: 'vote.yes' }))
  const needed = quorumOf(vote.members, step.quorum)
  if (!hasQuorum(vote.attended, vote.members, step.quorum))
    return refuse(
      ruleRefusal('P12', 'noQuorum', {
        field: 'vote.attended',
        params: { present: vote.attended, listed: vote.members, needed },
      }),
    )
  const passed = hasMajority(vote.yes, vote.attended, { needs: 1, of: 2 })
  return accept({
    type: 'MajorStepRecorded',
    data: { step, heldOn: command.heldOn, note: command.note, vote: { ...vote, needed, passed } },
  })
}
