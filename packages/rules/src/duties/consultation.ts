import { dayOf, levelOf, type Role } from '@xieshang/kernel'
import type { Consultation } from '../consultation/state.ts'
import { unexplained } from '../followUp/dissents.ts'
import { isMajor } from '../followUp/guards.ts'
import { postingTasks } from '../notice/posting.ts'
import { channels } from '../taxonomy/procedure.ts'
import { type Deadline, deadline, done, turns } from './deadlines.ts'
import type { Calendar, Duty } from './duty.ts'
import { filingDuties, publicationDuties } from './outcome.ts'

/** What stands on the seats and beside the consultation, and not in its state. */
export type DutyFacts = {
  /** Seats that nobody has told yet, and the instant at which the last one was told. */
  readonly untold: number
  readonly lastTold?: string | undefined
  /** Opinions that were left. */
  readonly opinions: number
  /** What residents wrote after the publication, by day: how much, how much is answered, and the last day of it (P11a). */
  readonly feedback?: readonly {
    readonly day: string
    readonly left: number
    readonly answered: number
    readonly answeredOn?: string | undefined
  }[]
  /** Days on which the outcome was reviewed outside the consultation's own sessions (F4). */
  readonly reviewedOn?: readonly string[]
}

export type Rows = readonly Duty[]

const own = (state: Consultation): Duty['who'] => {
  const role: Role = levelOf(state.division) === 'village' ? 'village' : 'township'
  return { role, division: state.division }
}

/** Returned and proposed again, a topic waits from its return to the two; that is then the last thing that happened. */
function registration(state: Consultation, due: Deadline): Rows {
  const { registered, returned, step } = state
  const again = returned !== undefined && step === 'proposed'
  const from = dayOf(again ? state.updatedAt : state.proposed.at)
  const answered = registered ?? (again ? undefined : returned)
  const who = own(state)
  return [
    {
      id: 'register',
      kind: 'register',
      who,
      due: due('register', from),
      ...done(answered === undefined ? undefined : dayOf(answered.at)),
    },
  ]
}

function telling(state: Consultation, facts: DutyFacts, due: Deadline): Rows {
  const notice = state.notices.at(-1)
  if (notice === undefined) return []
  const who = own(state)
  const told = facts.untold === 0 ? dayOf(facts.lastTold ?? notice.at) : undefined
  const rows: Duty[] = [
    {
      id: 'tell',
      kind: 'tell',
      who,
      due: dayOf(notice.meeting.at),
      ...(facts.untold > 0 && { count: facts.untold }),
      ...done(told),
    },
  ]
  if (facts.opinions === 0) return rows
  const open = Math.max(0, facts.opinions - state.opinionsAnswered)
  const answeredOn = open > 0 ? undefined : dayOf(state.lastOpinionAnswer ?? notice.opinionsUntil)
  rows.push({
    id: 'opinions',
    kind: 'opinions',
    who,
    due: due('opinions', dayOf(notice.opinionsUntil)),
    ...(open > 0 && { count: open }),
    ...done(answeredOn),
  })
  return rows
}

/** P3a, P8: what hangs somewhere is put up before the meeting, and an outcome as soon as it must be public. */
const posting = (state: Consultation, due: Deadline): Rows =>
  postingTasks(state).map(({ of, number, channel, issuedAt, postedAt }): Duty => {
    const meeting = state.notices[number - 1]?.meeting.at
    return {
      id: `post-${of}-${number}-${channel}`,
      kind: of === 'notice' ? 'post' : 'postOutcome',
      who: own(state),
      about: channels[channel].label.zh,
      due: of === 'notice' && meeting !== undefined ? dayOf(meeting) : due('publish', dayOf(issuedAt)),
      ...done(postedAt === undefined ? undefined : dayOf(postedAt)),
    }
  })

/** The day on which everything that was to be carried out was, while nothing more came to it. */
const completedOn = ({ tasks }: Consultation): string | undefined => {
  const ends = tasks.flatMap(({ doneAt }) => (doneAt === undefined ? [] : [doneAt])).sort()
  const last = ends.at(-1)
  return last === undefined || ends.length < tasks.length ? undefined : dayOf(last)
}

function carryingOut(state: Consultation, due: Deadline): Rows {
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
        about: outside ? `${title}（${responsible}）` : title,
        due: task.dueOn,
        ...done(finished),
      },
      ...turnsOf.map(
        (turn, index): Duty => ({
          id: `urge-${task.task}-${index + 1}`,
          kind: 'urge',
          who,
          about: responsible,
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
    turns(start, days, (from) => due(kind, from), ended).map((turn, index) => ({
      id: `${kind}-${index + 1}`,
      kind,
      who,
      ...turn,
    }))
  return [...rows, ...regular('supervise', reports), ...regular('progress', bulletins)]
}

/** P9c: what a government body entrusted is reported to it, and answered by it. */
function reporting(state: Consultation, due: Deadline): Rows {
  const who = own(state)
  const filed = state.filings[0]
  const entrusted = state.topic.matter === 'M1.1' || state.topic.proposers.some(({ kind }) => kind === 'government')
  const first = state.reports[0]
  const report: Duty[] =
    entrusted && filed !== undefined
      ? [
          {
            id: 'report',
            kind: 'report',
            who,
            due: due('report', dayOf(filed.at)),
            ...done(first === undefined ? undefined : dayOf(first.at)),
          },
        ]
      : []
  return [
    ...report,
    ...state.reports.map(
      ({ report: number, at, body, answer }): Duty => ({
        id: `reportAnswer-${number}`,
        kind: 'reportAnswer',
        who,
        about: body,
        due: due('reportAnswer', dayOf(at)),
        ...done(answer === undefined ? undefined : dayOf(answer.at)),
      }),
    ),
  ]
}

function escalations(state: Consultation, due: Deadline): Rows {
  return state.escalations.map(
    ({ escalation, at, items, vote }): Duty => ({
      id: `escalation-${escalation}`,
      kind: 'escalation',
      who: own(state),
      about: items.map((item) => `第${item}条`).join('、'),
      due: due('escalation', dayOf(at)),
      ...done(vote?.heldOn),
    }),
  )
}

/** P9f: the dissents of a day together. */
const dissents = (state: Consultation, due: Deadline): Rows =>
  state.dissents.map((told): Duty => {
    const day = dayOf(told.at)
    const open = unexplained(told).length
    const last = told.explainedAt
    return {
      id: `explain-${day}`,
      kind: 'explain',
      who: own(state),
      due: due('explain', day),
      ...(open > 0 && { count: open }),
      ...done(open > 0 || last === undefined ? undefined : dayOf(last)),
    }
  })

/** P11a: what residents write of the carrying out is answered like an opinion, in the archive too; of a day together. */
const feedback = (state: Consultation, facts: DutyFacts, due: Deadline): Rows =>
  (facts.feedback ?? [])
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, left, answered, answeredOn }): Duty => {
      const open = left - answered
      return {
        id: `feedback-${day}`,
        kind: 'feedback',
        who: own(state),
        due: due('opinions', day),
        ...(open > 0 && { count: open }),
        ...done(open > 0 ? undefined : answeredOn),
      }
    })

/** P12: each step is due some time after the one before; what is published of the carrying out waits for it. */
function majorSteps(state: Consultation, due: Deadline): Rows {
  const filed = state.filings[0]
  if (!isMajor(state) || filed === undefined) return []
  const steps = state.parameters.majorSteps
  const through = state.majorRecords.filter(({ vote }) => vote?.passed !== false)
  const afterFirst = steps.findIndex(({ kind }) => kind === 'publication') + 1
  const from = (index: number): string | undefined => {
    const before = through[index - 1]?.heldOn ?? dayOf(filed.at)
    if (index < afterFirst || through[index] !== undefined) return before
    const completed = completedOn(state)
    return completed === undefined || completed > before ? completed : before
  }
  return steps.slice(0, through.length + 1).flatMap((step, index): Duty[] => {
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
function review(state: Consultation, facts: DutyFacts, due: Deadline): Rows {
  const completed = completedOn(state)
  if (completed === undefined) return []
  const sessions = state.sessions.filter(({ kind }) => kind === 'review').map(({ at }) => dayOf(at))
  const held = [...sessions, ...(facts.reviewedOn ?? [])].filter((day) => day >= completed).sort()[0]
  return [{ id: 'review', kind: 'review', who: own(state), due: due('review', completed), ...done(held) }]
}

/**
 * The dated duties of a consultation, under the parameters that it began with. Pure: what was done and when is read
 * from the instants of the events, so that a duty fulfilled late stays visible as late.
 */
export function dutiesOf(state: Consultation, facts: DutyFacts, calendar: Calendar): Duty[] {
  const due = deadline(state.parameters, calendar)
  const who = own(state)
  const all = [
    ...registration(state, due),
    ...telling(state, facts, due),
    ...posting(state, due),
    ...filingDuties(state, due, who),
    ...publicationDuties(state, due, who),
    ...reporting(state, due),
    ...escalations(state, due),
    ...dissents(state, due),
    ...majorSteps(state, due),
    ...carryingOut(state, due),
    ...review(state, facts, due),
  ]
  // Nothing more can be done in the archive but answering: what else was still open there is owed no more.
  const left = state.closed === undefined ? all : all.filter(({ doneOn }) => doneOn !== undefined)
  return [...left, ...feedback(state, facts, due)]
}
