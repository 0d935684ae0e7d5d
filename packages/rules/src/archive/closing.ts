import { text } from '@xieshang/kernel'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { type Refusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { isSuspended } from '../correction/state.ts'
import { unexplained } from '../dissents/days.ts'
import { hinted, long, type Values } from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'
import { isMajor, nextMajorStep } from '../major/state.ts'
import { owesPublication } from '../publication/state.ts'

export const closeCaseFields = {
  summary: hinted(
    long(text('办结小结', 'Summary'), 1000),
    text('做成了什么、有什么经验', 'what came of it, what was learnt'),
  ),
}
export const promoteModelFields = { reason: long(text('为什么评为典型案例', 'Why it is a model'), 500) }

/** What is still owed before a consultation goes to the archive, the clause of each with it. */
export function openDuties(state: Consultation): Refusal[] {
  const filing = state.filings.at(-1)
  const step = isMajor(state) ? nextMajorStep(state) : undefined
  return [
    ...(isFiled(state) ? [] : [stateRefusal('P7', 'notFiled')]),
    ...(filing?.bodies ?? [])
      .filter(({ answer }) => answer === undefined)
      .map(({ name }) => stateRefusal('P7', 'filingUnanswered', { params: { name } })),
    ...(owesPublication(state) ? [stateRefusal('P8', 'notPublished')] : []),
    ...(isSuspended(state) ? [stateRefusal('P9g', 'stillSuspended')] : []),
    ...state.tasks
      .filter(({ doneAt }) => doneAt === undefined)
      .map(({ task }) => stateRefusal('P9a', 'taskOpen', { params: { task } })),
    ...state.reports
      .filter(({ answer }) => answer === undefined)
      .map(({ body }) => stateRefusal('P9c', 'reportOpen', { params: { body } })),
    ...state.dissents
      .flatMap((day) => unexplained(day).slice(0, 1))
      .map((dissent) => stateRefusal('P9f', 'dissentOpen', { params: { dissent } })),
    ...(step === undefined ? [] : [stateRefusal('P12', 'majorNotThrough', { params: { step: step.label } })]),
  ]
}

/** P11b: the consultation goes to the archive when nothing is owed any more. */
export function closeCase(state: Consultation, command: Values<typeof closeCaseFields>): Decision {
  const [first] = openDuties(state)
  return first === undefined ? accept({ type: 'CaseClosed', data: command }) : refuse(first)
}

/** P11b, G9: an archived consultation becomes a model for others. */
export function promoteModel(state: Consultation, command: Values<typeof promoteModelFields>): Decision {
  if (state.closed === undefined) return refuse(stateRefusal('P11b', 'notClosed'))
  if (state.model !== undefined) return refuse(stateRefusal('P11b', 'alreadyModel'))
  return accept({ type: 'ModelPromoted', data: command })
}
