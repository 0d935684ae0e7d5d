import { text } from '@xieshang/kernel'
import * as z from 'zod'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { words } from '../consultation/primitives.ts'
import { ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { hinted, lines, long, longOrNone, type Values } from '../fields/index.ts'
import { isFiled } from '../filing/state.ts'

export const reportToSupervisorsFields = {
  text: hinted(
    long(text('向监督委员会报告', 'Report to the supervision committee')),
    text('执行到哪一步、有什么困难', 'how it goes, what is difficult'),
  ),
}
export const remarkFields = { text: long(text('监督意见', 'Remark')) }
export const nameSupervisorsFields = {
  members: hinted(
    lines(text('成员姓名', 'Names of the members'), z.array(words(40)).min(1).max(20)),
    text('一行一个', 'one a line'),
  ),
}
export const publishProgressFields = {
  progress: long(text('进度', 'Progress'), 1000),
  problems: longOrNone(text('遇到的问题', 'Problems')),
  impact: longOrNone(text('产生的影响', 'Impact')),
}

const most = 200
const full = (state: Consultation) =>
  state.supervision.length >= most ? ruleRefusal('P10a', 'tooManyReports') : undefined

/** P10a: the committee reports to the supervision committee how the outcome is carried out. */
export function reportToSupervisors(state: Consultation, command: Values<typeof reportToSupervisorsFields>): Decision {
  if (!isFiled(state)) return refuse(stateRefusal('P10a', 'notFiled'))
  const problem = full(state)
  return problem === undefined
    ? accept({ type: 'SupervisionNoted', data: { kind: 'report', ...command } })
    : refuse(problem)
}

/** P10a, P10b: who supervises leaves remarks and changes nothing else. */
export function remark(state: Consultation, command: Values<typeof remarkFields>): Decision {
  const problem = full(state)
  return problem === undefined
    ? accept({ type: 'SupervisionNoted', data: { kind: 'remark', ...command } })
    : refuse(problem)
}

/** P10b: an own supervision group for this consultation. */
export function nameSupervisors(state: Consultation, command: Values<typeof nameSupervisorsFields>): Decision {
  if (state.registered === undefined) return refuse(stateRefusal('P10b', 'topicNotRegistered'))
  return accept({ type: 'SupervisorsNamed', data: { members: [...new Set(command.members)] } })
}

/** P10c: progress, problems and impact on the public page. */
export function publishProgress(state: Consultation, command: Values<typeof publishProgressFields>): Decision {
  if (state.publications.length === 0) return refuse(stateRefusal('P10c', 'notPublished'))
  if (state.bulletins.length >= most) return refuse(ruleRefusal('P10c', 'tooManyReports'))
  return accept({ type: 'ProgressPublished', data: command })
}
