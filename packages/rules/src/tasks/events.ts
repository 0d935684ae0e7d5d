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
}

export const tasksEvents: Words<TasksEvents> = {
  TaskAdded: happened(['tasks'], text('新增落实事项', 'added a task')),
  ProgressReported: happened(['progress'], text('登记落实进度', 'reported progress')),
  TaskUrged: happened(['progress'], text('督促落实', 'urged a task')),
}
