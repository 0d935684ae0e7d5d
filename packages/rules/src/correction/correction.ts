import { type Text, text } from '@xieshang/kernel'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { hinted, line, long, type Values } from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'
import { isSuspended } from './state.ts'

/** The law or rule that the outcome breaks, and what is to be. */
const correction = (what: Text) => ({
  ground: hinted(line(text('法律法规依据', 'Law or rule'), 300), text('写到具体条款', 'down to the article')),
  text: long(what, 1000),
})

export const suspendFields = correction(text('哪里违法，下一步怎么处理', 'What is wrong, and what follows'))
export const correctFields = correction(text('纠正后的内容', 'What the outcome is to be'))
export const liftFields = correction(text('为什么可以恢复', 'Why it may go on'))

type Correction = Values<typeof suspendFields>

/** P9g: the township stops an outcome that breaks the law; village officers do nothing more until it decides. */
export function suspendOutcome(state: Consultation, command: Correction): Decision {
  if (!isFiled(state)) return refuse(stateRefusal('P9g', 'notFiled'))
  if (isSuspended(state)) return refuse(stateRefusal('P9g', 'alreadySuspended'))
  return accept({ type: 'OutcomeCorrected', data: { kind: 'suspended', ...command } })
}

/** P9g: or says what the outcome is to be by law; the correction is public. */
export function correctOutcome(state: Consultation, command: Correction): Decision {
  if (!isFiled(state)) return refuse(stateRefusal('P9g', 'notFiled'))
  return accept({ type: 'OutcomeCorrected', data: { kind: 'corrected', ...command } })
}

/** P9g: or lets it go on as it was. */
export function liftSuspension(state: Consultation, command: Correction): Decision {
  if (!isSuspended(state)) return refuse(stateRefusal('P9g', 'notSuspended'))
  return accept({ type: 'OutcomeCorrected', data: { kind: 'lifted', ...command } })
}
