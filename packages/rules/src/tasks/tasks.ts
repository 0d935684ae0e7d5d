import { addDays, dayOf, text } from '@xieshang/kernel'
import * as z from 'zod'
import type { Context } from '../consultation/context.ts'
import { accept, type Decision, refuse } from '../consultation/event.ts'
import { itemNumber } from '../consultation/primitives.ts'
import { type Refusal, ruleRefusal, stateRefusal } from '../consultation/refusal.ts'
import type { Consultation } from '../consultation/state.ts'
import {
  choice,
  day,
  type Fields,
  type Ground,
  hinted,
  known,
  line,
  long,
  picks,
  tick,
  titled,
  type Values,
} from '../fields/index.ts'
import { carryOutProblem } from './carryOut.ts'
import { taskKinds } from './kinds.ts'
import type { Task } from './state.ts'

const taskNumber = z.int().min(1).max(100)

const passed = ({ state }: Ground) => state?.items.filter(({ status }) => status === 'passed') ?? []
const usualDays = 30

export const addTaskFields = {
  title: line(text('要做什么', 'What is to be done')),
  kind: { ...choice(text('由谁落实', 'Who carries it out'), taskKinds), first: () => 'own' },
  /** Who carries it out. */
  responsible: line(text('责任单位或责任人', 'Body or person responsible'), 60),
  dueOn: { ...day(text('完成时限', 'Due on')), first: ({ now }) => addDays(dayOf(now), usualDays) },
  /** The items that it carries out. */
  items: {
    ...picks(
      text('落实哪几条', 'Items it carries out'),
      (ground) => titled(passed(ground)),
      z.array(itemNumber).min(1).max(100),
    ),
    first: (ground) => {
      const without = passed(ground).find(
        ({ item }) => ground.state?.tasks.some(({ items }) => items.includes(item)) === false,
      )
      return without === undefined ? [] : [without.item]
    },
  },
} satisfies Fields
export const reportProgressFields = {
  task: known(taskNumber),
  text: long(text('进度', 'Progress'), 1000),
  done: tick(text('已经完成', 'It is done')),
}
export const urgeTaskFields = {
  task: known(taskNumber),
  text: hinted(long(text('督促内容', 'What was said'), 500), text('会留下记录', 'stays as evidence')),
}

/** P9a, P9b: what passed is carried out by a body until a day. Never before the outcome stands (P12). */
export function addTask(state: Consultation, command: Values<typeof addTaskFields>, context: Context): Decision {
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
export function reportProgress(state: Consultation, command: Values<typeof reportProgressFields>): Decision {
  const task = openTask(state, command.task)
  return 'code' in task ? refuse(task) : accept({ type: 'ProgressReported', data: command })
}

/** P9b: an outside body is urged; the reminder stays as evidence. */
export function urgeTask(state: Consultation, command: Values<typeof urgeTaskFields>): Decision {
  const task = openTask(state, command.task)
  return 'code' in task ? refuse(task) : accept({ type: 'TaskUrged', data: command })
}
