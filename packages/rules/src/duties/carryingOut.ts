import { dayOf } from '@xieshang/kernel'
import type { Consultation } from '../consultation/state.ts'
import { isMajor, isTurnedDown } from '../major/state.ts'
import { type Deadline, done, turns } from './deadlines.ts'
import type { Duty } from './duty.ts'
import type { DutyFacts } from './facts.ts'
import { own, type Rows } from './own.ts'

/** The day on which everything that was to be carried out was, while nothing more came to it. */
const completedOn = ({ tasks }: Consultation): string | undefined => {
  const ends = tasks.flatMap(({ doneAt }) => (doneAt === undefined ? [] : [doneAt])).sort()
  const last = ends.at(-1)
  return last === undefined || ends.length < tasks.length ? undefined : dayOf(last)
}

/** The day on which everything that was to be carried out until then was, for the first time; a later task changes it not. */
function firstCompletedOn({ tasks }: Consultation): string | undefined {
  const ends = tasks.flatMap(({ doneAt }) => (doneAt === undefined ? [] : [doneAt])).sort()
  const first = ends.find((end) =>
    tasks.every(({ at, doneAt }) => at >= end || (doneAt !== undefined && doneAt <= end)),
  )
  return first === undefined ? undefined : dayOf(first)
}

export function carryingOut(state: Consultation, due: Deadline): Rows {
  const who = own(state)
  const rows = state.tasks.flatMap((task): Duty[] => {
    const { title, responsible } = task
    const finished = task.doneAt === undefined ? undefined : dayOf(task.doneAt)
    const outside = task.kind === 'outside'
    const urged = task.urged.map(({ at }) => dayOf(at))
    const turnsOf = outside ? turns(dayOf(task.at), urged, (from) => due('urge', from), finished) : []
    return [
      {
        id: `task-${task.task}`,
        kind: outside ? 'outsideTask' : 'task',
        who,
        about: title,
        ...(outside && { responsible }),
        due: task.dueOn,
        ...done(finished),
      },
      ...turnsOf.map(
        (turn, index): Duty => ({
          id: `urge-${task.task}-${index + 1}`,
          kind: 'urge',
          who,
          responsible,
          ...turn,
        }),
      ),
    ]
  })
  const first = state.tasks[0]
  if (first === undefined) return rows
  const start = dayOf(first.at)
  const ended = completedOn(state)
  const reports = state.supervision.filter(({ kind }) => kind === 'report').map(({ at }) => dayOf(at))
  const bulletins = state.bulletins.map(({ at }) => dayOf(at))
  const regular = (kind: 'supervise' | 'progress', days: readonly string[]): Duty[] =>
    // P10a: at least once, however soon everything was carried out.
    turns(start, days, (from) => due(kind, from), kind === 'supervise' && days.length === 0 ? undefined : ended).map(
      (turn, index) => ({
        id: `${kind}-${index + 1}`,
        kind,
        who,
        ...turn,
      }),
    )
  return [...rows, ...regular('supervise', reports), ...regular('progress', bulletins)]
}

/** P12: each step is due some time after the one before; what is published of the carrying out waits for it. */
export function majorSteps(state: Consultation, due: Deadline): Rows {
  const filed = state.filings[0]
  if (!isMajor(state) || filed === undefined) return []
  const steps = state.parameters.majorSteps
  // A no at the last deliberation is its answer: what would have followed it is owed no more.
  const ended = isTurnedDown(state)
  const through = ended ? state.majorRecords : state.majorRecords.filter(({ vote }) => vote?.passed !== false)
  const afterFirst = steps.findIndex(({ kind }) => kind === 'publication') + 1
  const from = (index: number): string | undefined => {
    const before = through[index - 1]?.heldOn ?? dayOf(filed.at)
    if (index < afterFirst || through[index] !== undefined) return before
    const completed = completedOn(state)
    return completed === undefined || completed > before ? completed : before
  }
  return steps.slice(0, through.length + (ended ? 0 : 1)).flatMap((step, index): Duty[] => {
    const start = from(index)
    return start === undefined
      ? []
      : [
          {
            id: `major-${step.id}`,
            kind: 'major',
            who: own(state),
            about: step.label,
            due: due('major', start),
            ...done(through[index]?.heldOn),
          },
        ]
  })
}

/** F4: what was carried out is reviewed. */
export function review(state: Consultation, facts: DutyFacts, due: Deadline): Rows {
  const completed = firstCompletedOn(state)
  if (completed === undefined) return []
  const sessions = state.sessions.filter(({ kind }) => kind === 'review').map(({ at }) => dayOf(at))
  const held = [...sessions, ...(facts.reviewedOn ?? [])].filter((day) => day >= completed).sort()[0]
  return [{ id: 'review', kind: 'review', who: own(state), due: due('review', completed), ...done(held) }]
}
