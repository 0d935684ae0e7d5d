import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { words } from '../consultation/primitives.ts'
import { stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { isFiled, isSuspended } from './guards.ts'

/** The law or rule that the outcome breaks, and what is to be. */
export const correctionSchema = z.strictObject({ ground: words(300), text: words(1000) })

type Correction = z.infer<typeof correctionSchema>

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
