import type { Stamp } from '../consultation/stamp.ts'
import type { Consultation } from '../consultation/state.ts'
import type { Item } from '../deliberation/state.ts'
import { withDissents, withExplained } from './dissents.ts'
import type { FollowUpEventData } from './events.ts'
import type { Escalation, Task } from './shapes.ts'

type Evolvers = {
  [T in keyof FollowUpEventData]: (
    state: Consultation,
    data: FollowUpEventData[T],
    stamp: Stamp,
  ) => Partial<Consultation>
}

const changeTask = (state: Consultation, number: number, change: (task: Task) => Partial<Task>): Task[] =>
  state.tasks.map((task) => (task.task === number ? { ...task, ...change(task) } : task))

/** Where a consultation stands by what its items have come to. */
export const stepOf = (items: readonly Item[]): 'deliberating' | 'decided' =>
  items.some(({ status }) => status === 'open') ? 'deliberating' : 'decided'

function withVote(state: Consultation, data: FollowUpEventData['AssemblyVoted'], stamp: Stamp): Partial<Consultation> {
  const { escalation, votes, ...vote } = data
  const items = state.items.map((item) => {
    const result = votes.find((one) => one.item === item.item)?.result
    return result === undefined || result === 'noQuorum' ? item : { ...item, status: result }
  })
  const voted = (one: Escalation): Escalation => ({ ...one, vote: { ...stamp, ...vote, items: votes } })
  return {
    items,
    step: stepOf(items),
    escalations: state.escalations.map((one) => (one.escalation === escalation ? voted(one) : one)),
  }
}

export const followUpEvolvers: Evolvers = {
  FilingAnswered: (state, { body, ...answer }, stamp) => ({
    filings: state.filings.map((filing, index) =>
      index === state.filings.length - 1
        ? {
            ...filing,
            bodies: filing.bodies.map((one, at) => (at === body ? { ...one, answer: { ...stamp, ...answer } } : one)),
          }
        : filing,
    ),
    ...(answer.result === 'returned' && { step: stepOf(state.items) }),
  }),
  Escalated: (state, data, stamp) => ({
    escalations: [...state.escalations, { ...stamp, ...data, items: [...data.items] }],
  }),
  AssemblyVoted: withVote,
  MarkedMajor: (_state, data, stamp) => ({ major: { ...stamp, ...data } }),
  MajorStepRecorded: (state, data, stamp) => ({ majorRecords: [...state.majorRecords, { ...stamp, ...data }] }),
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
  TaskUrged: (state, { task, text }, stamp) => ({
    tasks: changeTask(state, task, ({ urged }) => ({ urged: [...urged, { ...stamp, text }] })),
  }),
  CommissionerReported: (state, data, stamp) => ({ reports: [...state.reports, { ...stamp, ...data }] }),
  CommissionerAnswered: (state, { report, ...answer }, stamp) => ({
    reports: state.reports.map((one) => (one.report === report ? { ...one, answer: { ...stamp, ...answer } } : one)),
  }),
  DissentRecorded: (state, _data, stamp) => ({ dissents: withDissents(state.dissents, 1, stamp.at) }),
  DissentExplained: (state, { dissent }, stamp) => ({ dissents: withExplained(state.dissents, dissent, stamp.at) }),
  OutcomeCorrected: (state, data, stamp) => ({ corrections: [...state.corrections, { ...stamp, ...data }] }),
  SupervisionNoted: (state, data, stamp) => ({ supervision: [...state.supervision, { ...stamp, ...data }] }),
  SupervisorsNamed: (_state, data) => ({ supervisors: [...data.members] }),
  ProgressPublished: (state, data, stamp) => ({ bulletins: [...state.bulletins, { ...stamp, ...data }] }),
  CaseClosed: (_state, data, stamp) => ({ step: 'closed', closed: { ...stamp, ...data } }),
  ModelPromoted: (_state, data, stamp) => ({ model: { ...stamp, ...data } }),
  TakenUpAgain: (state, data) => ({ takenUpBy: [...state.takenUpBy, data] }),
}
