import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { taskKinds } from './kinds.ts'

/** P9a, P9b: what is to be carried out, by whom, until when, and how it goes. */
const taskShape = z.object({
  ...stampShape,
  task: z.int(),
  title: z.string(),
  kind: z.enum(keysOf(taskKinds)),
  responsible: z.string(),
  /** Day in Asia/Shanghai, e.g. 2026-03-31. */
  dueOn: z.string(),
  items: z.array(z.int()),
  progress: z.array(z.object({ ...stampShape, text: z.string() })),
  urged: z.array(z.object({ ...stampShape, text: z.string() })),
  doneAt: z.string().optional(),
})

export type Task = z.infer<typeof taskShape>

export const tasksShape = { tasks: z.array(taskShape) }

export type TasksState = z.infer<z.ZodObject<typeof tasksShape>>

export const noTasks: TasksState = { tasks: [] }
