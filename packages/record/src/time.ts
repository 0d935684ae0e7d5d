const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const fields = (instant: string) =>
  Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))

/** 2026年3月5日, in Asia/Shanghai. */
export function chineseDate(instant: string): string {
  const { year, month, day } = fields(instant)
  return `${year}年${month}月${day}日`
}

/** 2026.3.5 14:30, for the narrow columns of a table, in Asia/Shanghai. */
export function shortTime(instant: string): string {
  const { year, month, day, hour, minute } = fields(instant)
  return `${year}.${month}.${day} ${hour}:${minute}`
}

/** 2026.3.5, of a day. */
export const shortDay = (day: string): string => day.split('-').map(Number).join('.')

/** 2026年3月5日, of a day as the calendar of the place has it. */
export const chineseDay = (day: string): string => chineseDate(`${day}T00:00:00+08:00`)

/** 2026年3月5日14:30, in Asia/Shanghai. */
export function chineseTime(instant: string): string {
  const { hour, minute } = fields(instant)
  return `${chineseDate(instant)}${hour}:${minute}`
}
