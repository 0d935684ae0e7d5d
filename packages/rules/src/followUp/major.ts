import { addDays, dayOf } from '@xieshang/kernel'
import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { day, prose, words } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { hasMajority, hasQuorum, quorumOf } from '../voting/arithmetic.ts'
import { isFiled, isMajor, nextMajorStep } from './guards.ts'

const heads = z.int().min(0).max(1_000_000)

export const markMajorSchema = z.strictObject({ reason: words(500) })
export const recordMajorStepSchema = z.strictObject({
  /** Id of the step, from the list that the consultation began with. */
  step: words(40),
  heldOn: day,
  note: prose(1000).default(''),
  /** The vote, where the step has one. */
  vote: z.strictObject({ members: heads.min(1), attended: heads, yes: heads }).optional(),
})

/** P12: a matter of weight goes through the five deliberations and two publications. */
export function markMajor(state: Consultation, command: z.infer<typeof markMajorSchema>): Decision {
  if (isMajor(state)) return refuse(stateRefusal('P12', 'alreadyMajor'))
  if (state.tasks.length > 0) return refuse(stateRefusal('P12', 'carryingOut'))
  return accept({ type: 'MarkedMajor', data: command })
}

/** P12: one step after the other; a vote needs its quorum and more than half, else the step is held again. */
export function recordMajorStep(
  state: Consultation,
  command: z.infer<typeof recordMajorStepSchema>,
  context: Context,
): Decision {
  if (!isMajor(state)) return refuse(stateRefusal('P12', 'notMajor'))
  if (!isFiled(state)) return refuse(stateRefusal('P12', 'notFiled'))
  const step = nextMajorStep(state)
  if (step === undefined) return refuse(stateRefusal('P12', 'majorDone'))
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
