import { clockOf, dayOf } from '@xieshang/rules'

/** 2026.3.5, of a day. */
export const shortDay = (day: string): string => day.split('-').map(Number).join('.')

/** 2026.3.5 14:30, for the narrow columns of a table, in Asia/Shanghai. */
export const shortTime = (instant: string): string => `${shortDay(dayOf(instant))} ${clockOf(instant)}`

/** 2026年3月5日, of a day as the calendar of the place has it. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2026年3月5日, in Asia/Shanghai. */
export const chineseDate = (instant: string): string => chineseDay(dayOf(instant))

/** 2026年3月5日14:30, in Asia/Shanghai. */
export const chineseTime = (instant: string): string => `${chineseDate(instant)}${clockOf(instant)}`
