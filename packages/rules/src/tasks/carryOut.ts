import { type Refusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { isFiled } from '../filing/state.ts'
import { isMajor, nextMajorStep } from '../major/state.ts'
import type { MajorStep } from '../parameters/major.ts'

/**
 * P12: the step that a major matter still has to take before it is carried out, if there is one: carrying out begins
 * after every deliberation and the first publication; the last publication follows it.
 */
function stepBeforeCarryingOut(state: Consultation): MajorStep | undefined {
  const { majorSteps } = state.parameters
  const needed = majorSteps.findIndex(({ kind }) => kind === 'publication') + 1
  const next = nextMajorStep(state)
  return majorSteps.slice(0, needed).find((step) => step === next)
}

/** Why nothing may be carried out yet: the record is not filed (P9a), or a major matter is not through (P12). */
export function carryOutProblem(state: Consultation): Refusal | undefined {
  if (!isFiled(state)) return stateRefusal('P9a', 'notFiled')
  const step = isMajor(state) ? stepBeforeCarryingOut(state) : undefined
  return step && stateRefusal('P12', 'majorNotThrough', { params: { step: step.label } })
}
