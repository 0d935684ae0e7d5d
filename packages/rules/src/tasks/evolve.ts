import type { Evolvers } from '../consultation/evolver.ts'
import type { TasksEvents } from './events.ts'
import type { Task, TasksState } from './state.ts'

const changeTask = ({ tasks }: TasksState, number: number, change: (task: Task) => Partial<Task>): Task[] =>
  tasks.map((task) => (task.task === number ? { ...task, ...change(task) } : task))

export const tasksEvolvers: Evolvers<TasksEvents> = {
  TaskAdded: (state, data, stamp) => ({
    step: 'carryingOut',
    tasks: [...state.tasks, { ...stamp, ...data, items: [...data.items], progress: [], urged: [] }],
  }),
  ProgressReported: (state, { task, text, done }, stamp) => ({
    tasks: changeTask(state, task, ({ progress }) => ({
      progress: [...progress, { ...stamp, text }],
      ...(done && { doneAt: stamp.at }),
    })),
  }),
  TaskWaived: (state, data, stamp) => ({ tasksWaived: [...state.tasksWaived, { ...stamp, ...data }] }),
  TaskUrged: (state, { task, text }, stamp) => ({
    tasks: changeTask(state, task, ({ urged }) => ({ urged: [...urged, { ...stamp, text }] })),
  }),
}
