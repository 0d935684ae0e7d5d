import type { Refusal } from '../consultation/refusal.ts'
import { stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import type { MajorStep } from '../parameters/major.ts'

/** P7: whether the record stands as filed. One that a body returned is open again until it is filed anew. */
export function isFiled(state: Consultation): boolean {
  const latest = state.filings.at(-1)
  return latest !== undefined && !latest.bodies.some(({ answer }) => answer?.result === 'returned')
}

/** P8, P9g: whether the outcome as it stands was never published, or was filed or corrected since it was. */
export function owesPublication(state: Consultation): boolean {
  const published = state.publications.at(-1)?.at
  if (published === undefined) return true
  const changes = [state.filings.at(-1), state.corrections.findLast(({ kind }) => kind === 'corrected')]
  return changes.some((change) => change !== undefined && change.at > published)
}

/** P9g: whether the township has stopped the outcome and not let it go on. */
export const isSuspended = (state: Consultation): boolean => state.corrections.at(-1)?.kind === 'suspended'

/** P12: what law gives to the assembly, and what an officer marked, goes through the five deliberations. */
export const isMajor = (state: Consultation): boolean => state.major !== undefined || state.topic.asFiled.assembly

/** P12: the step of the five deliberations and two publications that comes next; undefined when all are done. */
export function nextMajorStep(state: Consultation): MajorStep | undefined {
  const done = state.majorRecords.filter(({ vote }) => vote?.passed !== false).length
  return state.parameters.majorSteps[done]
}

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
