import * as z from 'zod'
import { stampShape } from '../consultation/stamp.ts'
import type { DeliberationState } from '../deliberation/state.ts'
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

/** P9a: an item that needs nothing to be carried out, and why. */
const waivedShape = z.object({ ...stampShape, item: z.int(), reason: z.string() })

export const tasksShape = { tasks: z.array(taskShape), tasksWaived: z.array(waivedShape) }

export type TasksState = z.infer<z.ZodObject<typeof tasksShape>>

export const noTasks: TasksState = { tasks: [], tasksWaived: [] }

/** P9a: items that passed and that nobody carries out, though nobody said that none need. */
export const withoutTask = ({ items, tasks, tasksWaived }: TasksState & Pick<DeliberationState, 'items'>): number[] =>
  items
    .filter(({ status }) => status === 'passed')
    .map(({ item }) => item)
    .filter((item) => ![...tasks.flatMap((task) => task.items), ...tasksWaived.map((one) => one.item)].includes(item))
