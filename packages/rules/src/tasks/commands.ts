import { text } from '@xieshang/kernel'
import { command } from '../consultation/spec.ts'
import { addTask, addTaskFields, reportProgress, reportProgressFields, urgeTask, urgeTaskFields } from './tasks.ts'
import { waiveTask, waiveTaskFields } from './waive.ts'

export const tasksCommands = {
  addTask: command('P9a', text('新增落实事项', 'Add a task'), addTaskFields, addTask, {
    rests: ['items', 'tasks', 'correction'],
  }),
  reportProgress: command('P9a', text('登记落实进度', 'Report progress'), reportProgressFields, reportProgress, {
    additive: true,
  }),
  waiveTask: command('P9a', text('无须落实', 'Nothing need be carried out'), waiveTaskFields, waiveTask, {
    rests: ['items', 'tasks', 'correction'],
  }),
  urgeTask: command('P9b', text('督促落实', 'Urge a task'), urgeTaskFields, urgeTask, { additive: true }),
} as const
