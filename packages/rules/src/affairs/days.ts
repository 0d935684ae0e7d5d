import { dayOf } from '../followUp/guards.ts'

export { dayOf }

/** A quarter of the calendar, e.g. 2026Q2. */
export type Quarter = `${number}Q${1 | 2 | 3 | 4}`

export const quarterPattern = /^20\d{2}Q[1-4]$/

/** The quarter in which a day lies. @param day YYYY-MM-DD */
export const quarterOfDay = (day: string): Quarter =>
  `${Number(day.slice(0, 4))}Q${Math.ceil(Number(day.slice(5, 7)) / 3) as 1 | 2 | 3 | 4}`

/** The quarter of the place's calendar in which an instant lies. */
export const quarterOf = (instant: string): Quarter => quarterOfDay(dayOf(instant))

export const quartersOf = (year: number): readonly Quarter[] => [`${year}Q1`, `${year}Q2`, `${year}Q3`, `${year}Q4`]
