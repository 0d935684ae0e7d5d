import { addDays } from '@xieshang/kernel'
import type { Parameters } from '../parameters/parameters.ts'
import { type PeriodId, periods } from '../parameters/periods.ts'
import type { Calendar, Duty } from './duty.ts'

/** The last day of a period that begins on a day, counted as the period says. */
export const deadline =
  (parameters: Parameters, calendar: Calendar) =>
  (id: PeriodId, from: string): string =>
    periods[id].counts === 'workdays'
      ? calendar.addWorkdays(from, parameters.periods[id])
      : addDays(from, parameters.periods[id])

export type Deadline = ReturnType<typeof deadline>

/** The part of a duty that says when it was done; nothing while it is not. */
export const done = (day: string | undefined): Pick<Duty, 'doneOn'> => (day === undefined ? {} : { doneOn: day })

/** What is to be done again and again: each turn is due a period after the one before, until something ends it. */
export function turns(
  start: string,
  done: readonly string[],
  next: (from: string) => string,
  endedOn: string | undefined,
): { readonly due: string; readonly doneOn?: string }[] {
  const met = done.filter((day) => day >= start).sort()
  const all = met.map((doneOn, index) => ({ due: next(met[index - 1] ?? start), doneOn }))
  const due = next(met.at(-1) ?? start)
  if (endedOn === undefined) return [...all, { due }]
  // What was overdue when it ended was ended late; what was not yet due is owed no more.
  return endedOn > due ? [...all, { due, doneOn: endedOn }] : all
}
