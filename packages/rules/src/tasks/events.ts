import { text } from '@xieshang/kernel'
import { happened, type Words } from '../consultation/happened.ts'
import type { TaskKind } from './kinds.ts'

export type TasksEvents = {
  TaskAdded: {
    task: number
    title: string
    kind: TaskKind
    responsible: string
    dueOn: string
    items: readonly number[]
  }
  ProgressReported: { task: number; text: string; done: boolean }
  TaskUrged: { task: number; text: string }
  /** P9a: what passed needs nothing to be carried out. */
  TaskWaived: { item: number; reason: string }
}

export const tasksEvents: Words<TasksEvents> = {
  TaskAdded: happened(['tasks'], text('新增落实事项', 'added a task')),
  ProgressReported: happened(['progress'], text('登记落实进度', 'reported progress')),
  TaskWaived: happened(['tasks'], text('说明无须落实', 'said why nothing need be carried out')),
  TaskUrged: happened(['progress'], text('督促落实', 'urged a task')),
}
