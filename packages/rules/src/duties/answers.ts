import { dayOf } from '@xieshang/kernel'
import type { Consultation } from '../consultation/state.ts'
import { unexplained } from '../dissents/days.ts'
import { isEntrusted } from '../reports/state.ts'
import { type Deadline, done } from './deadlines.ts'
import type { Duty } from './duty.ts'
import type { DutyFacts } from './facts.ts'
import { own, type Rows } from './own.ts'

/** P9c: what a government body entrusted is reported to it, and answered by it. */
export function reporting(state: Consultation, due: Deadline): Rows {
  const who = own(state)
  const filed = state.filings[0]
  const first = state.reports[0]
  const report: Duty[] =
    isEntrusted(state) && filed !== undefined
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

export function escalations(state: Consultation, due: Deadline): Rows {
  return state.escalations.map(
    ({ escalation, at, items, vote }): Duty => ({
      id: `escalation-${escalation}`,
      kind: 'escalation',
      who: own(state),
      items,
      due: due('escalation', dayOf(at)),
      ...done(vote?.heldOn),
    }),
  )
}

/** P9f: the dissents of a day together. */
export const dissents = (state: Consultation, due: Deadline): Rows =>
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
export const feedback = (state: Consultation, facts: DutyFacts, due: Deadline): Rows =>
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
