/** The calendar of every place is that of Asia/Shanghai, which has been UTC+8 since 1992. */
const aheadMs = 8 * 3_600_000
const dayMs = 86_400_000

/** Whole seconds since 1970, as an expiry of DynamoDB counts them. */
export const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000)

/** The day of an instant as the calendar of the place has it, e.g. 2026-03-01. */
export const dayOf = (instant: string): string => new Date(Date.parse(instant) + aheadMs).toISOString().slice(0, 10)

/**
 * The minute of an instant on the clocks of the place, e.g. 14:30. By hand: a formatter of `Intl` reads its tables for 20 ms,
 * which each start of a function that tells people something would pay.
 */
export const clockOf = (instant: string): string => new Date(Date.parse(instant) + aheadMs).toISOString().slice(11, 16)

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** A quarter of the calendar, e.g. 2026Q2. */
export type Quarter = `${number}Q${1 | 2 | 3 | 4}`

export const quarterPattern = /^20\d{2}Q[1-4]$/

/** The quarter in which a day lies. @param day YYYY-MM-DD */
export const quarterOfDay = (day: string): Quarter =>
  `${Number(day.slice(0, 4))}Q${Math.ceil(Number(day.slice(5, 7)) / 3) as 1 | 2 | 3 | 4}`

/** The quarter of the place's calendar in which an instant lies. */
export const quarterOf = (instant: string): Quarter => quarterOfDay(dayOf(instant))

export const quartersOf = (year: number): readonly Quarter[] => [`${year}Q1`, `${year}Q2`, `${year}Q3`, `${year}Q4`]
