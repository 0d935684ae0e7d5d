import { may, text } from '@xieshang/kernel'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { forbidden, type Refusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { choice, hinted, long, type Values } from '../fields/index.ts'
import { isMajor, isTurnedDown } from '../major/state.ts'
import { openSessionOf } from '../session/state.ts'
import { ends } from './ends.ts'
import { type Moment, openDuties, owedToPeople } from './owed.ts'

export const closeCaseFields = {
  summary: hinted(
    long(text('办结小结', 'Summary'), 1000),
    text('做成了什么、有什么经验', 'what came of it, what was learnt'),
  ),
}
export const endCaseFields = {
  end: choice(text('怎样结束', 'How it ends'), { withdrawn: ends.withdrawn, cancelled: ends.cancelled }),
  reason: hinted(
    long(text('原因', 'Reason'), 500),
    text(
      '通知过的，会发短信告诉名单上留了手机号的人；也会公开',
      'once people were told of it, those with a phone are told by SMS; it is public',
    ),
  ),
}
export const promoteModelFields = { reason: long(text('为什么评为典型案例', 'Why it is a model'), 500) }

const momentOf = ({ now, unanswered }: Context): Moment => ({ now, unanswered })

/** E1, P12: whether what was asked was turned down: nothing passed, or the deciding assembly said no. */
const isRejected = (state: Consultation): boolean =>
  state.items.every(({ status }) => status !== 'passed') || (isMajor(state) && isTurnedDown(state))

/** P11b, E1: the consultation goes to the archive when nothing is owed any more, as done or as rejected. */
export function closeCase(state: Consultation, command: Values<typeof closeCaseFields>, context: Context): Decision {
  const [first] = openDuties(state, momentOf(context))
  if (first !== undefined) return refuse(first)
  return accept({ type: 'CaseClosed', data: { ...command, end: isRejected(state) ? 'rejected' : 'done' } })
}

const isCounted = ({ rounds, escalations }: Consultation) =>
  rounds.some(({ status }) => status === 'closed') || escalations.some(({ vote }) => vote !== undefined)

/** E1: why a consultation cannot be ended without an outcome, whoever asks. */
export function endProblem(state: Consultation): Refusal | undefined {
  if (state.rounds.some(({ status }) => status !== 'closed')) return stateRefusal('E1', 'roundOpen')
  return openSessionOf(state) === undefined ? undefined : stateRefusal('E1', 'sessionOpen')
}

/**
 * E1, E3: a matter that is withdrawn, or that fell away, ends with a reason instead of sleeping. Whoever spoke is answered
 * first. What was voted on is no longer the village's to take away: then the level above ends it, and calls it cancelled.
 */
export function endCase(state: Consultation, command: Values<typeof endCaseFields>, context: Context): Decision {
  const problem = endProblem(state)
  if (problem !== undefined) return refuse(problem)
  if (isCounted(state)) {
    if (!may(context.actor, 'direct', state.division)) return refuse(forbidden('E1', 'votedAlready'))
    if (command.end === 'withdrawn') return refuse(stateRefusal('E1', 'votedNotWithdrawn', { field: 'end' }))
  }
  const [first] = owedToPeople(state, momentOf(context))
  if (first !== undefined) return refuse(first)
  const { end, reason: summary } = command
  const told = state.notices.length > 0
  return accept({ type: 'CaseClosed', data: { end, summary, ...(told && { announced: true }) } })
}

/** P11b, G9: an archived consultation becomes a model for others. */
export function promoteModel(state: Consultation, command: Values<typeof promoteModelFields>): Decision {
  if (state.closed === undefined) return refuse(stateRefusal('P11b', 'notClosed'))
  if (state.closed.end !== 'done') return refuse(stateRefusal('P11b', 'notDone'))
  if (state.model !== undefined) return refuse(stateRefusal('P11b', 'alreadyModel'))
  return accept({ type: 'ModelPromoted', data: command })
}
