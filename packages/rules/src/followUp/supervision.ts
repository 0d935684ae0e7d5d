import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { prose, words } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { isFiled } from './guards.ts'

export const supervisionTextSchema = z.strictObject({ text: words(2000) })
export const nameSupervisorsSchema = z.strictObject({ members: z.array(words(40)).min(1).max(20) })
export const publishProgressSchema = z.strictObject({
  progress: words(1000),
  problems: prose(1000).default(''),
  impact: prose(1000).default(''),
})

const most = 200
const full = (state: Consultation) =>
  state.supervision.length >= most ? ruleRefusal('P10a', 'tooManyReports') : undefined

/** P10a: the committee reports to the supervision committee how the outcome is carried out. */
export function reportToSupervisors(state: Consultation, command: z.infer<typeof supervisionTextSchema>): Decision {
  if (!isFiled(state)) return refuse(stateRefusal('P10a', 'notFiled'))
  const problem = full(state)
  return problem === undefined
    ? accept({ type: 'SupervisionNoted', data: { kind: 'report', ...command } })
    : refuse(problem)
}

/** P10a, P10b: who supervises leaves remarks and changes nothing else. */
export function remark(state: Consultation, command: z.infer<typeof supervisionTextSchema>): Decision {
  const problem = full(state)
  return problem === undefined
    ? accept({ type: 'SupervisionNoted', data: { kind: 'remark', ...command } })
    : refuse(problem)
}

/** P10b: an own supervision group for this consultation. */
export function nameSupervisors(state: Consultation, command: z.infer<typeof nameSupervisorsSchema>): Decision {
  if (state.registered === undefined) return refuse(stateRefusal('P10b', 'topicNotRegistered'))
  return accept({ type: 'SupervisorsNamed', data: { members: [...new Set(command.members)] } })
}

/** P10c: progress, problems and impact on the public page. */
export function publishProgress(state: Consultation, command: z.infer<typeof publishProgressSchema>): Decision {
  if (state.publications.length === 0) return refuse(stateRefusal('P10c', 'notPublished'))
  if (state.bulletins.length >= most) return refuse(ruleRefusal('P10c', 'tooManyReports'))
  return accept({ type: 'ProgressPublished', data: command })
}
