import { dayOf } from '@xieshang/kernel'
import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { day, itemNumber, words } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import { taskKinds } from '../taxonomy/followUp.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { carryOutProblem } from './guards.ts'
import type { Task } from './shapes.ts'

const taskNumber = z.int().min(1).max(100)

export const addTaskSchema = z.strictObject({
  title: words(80),
  kind: z.enum(keysOf(taskKinds)),
  /** Who carries it out. */
  responsible: words(60),
  dueOn: day,
  /** The items that it carries out. */
  items: z.array(itemNumber).min(1).max(100),
})
export const reportProgressSchema = z.strictObject({ task: taskNumber, text: words(1000), done: z.boolean() })
export const urgeTaskSchema = z.strictObject({ task: taskNumber, text: words(500) })

/** P9a, P9b: what passed is carried out by a body until a day. Never before the outcome stands (P12). */
export function addTask(state: Consultation, command: z.infer<typeof addTaskSchema>, context: Context): Decision {
  const problem = carryOutProblem(state)
  if (problem !== undefined) return refuse(problem)
  for (const item of command.items) {
    const status = state.items.find((one) => one.item === item)?.status
    if (status === undefined) return refuse(ruleRefusal('P9a', 'itemUnknown', { field: 'items', params: { item } }))
    if (status !== 'passed') return refuse(ruleRefusal('P9a', 'itemNotPassed', { field: 'items', params: { item } }))
  }
  if (command.dueOn < dayOf(context.now)) return refuse(ruleRefusal('P9a', 'dueInPast', { field: 'dueOn' }))
  if (state.tasks.length >= 100) return refuse(ruleRefusal('P9a', 'tooManyTasks'))
  const items = [...new Set(command.items)].sort((a, b) => a - b)
  return accept({ type: 'TaskAdded', data: { ...command, items, task: state.tasks.length + 1 } })
}

function openTask(state: Consultation, task: number): Task | Refusal {
  const found = state.tasks.find((one) => one.task === task)
  if (found === undefined) return ruleRefusal('P9a', 'taskUnknown', { field: 'task' })
  if (found.doneAt !== undefined) return stateRefusal('P9a', 'taskDone', { params: { task } })
  return found
}

/** P9a: how a task goes, and that it is done. */
export function reportProgress(state: Consultation, command: z.infer<typeof reportProgressSchema>): Decision {
  const task = openTask(state, command.task)
  return 'code' in task ? refuse(task) : accept({ type: 'ProgressReported', data: command })
}

/** P9b: an outside body is urged; the reminder stays as evidence. */
export function urgeTask(state: Consultation, command: z.infer<typeof urgeTaskSchema>): Decision {
  const task = openTask(state, command.task)
  return 'code' in task ? refuse(task) : accept({ type: 'TaskUrged', data: command })
}
