const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** So far ahead at most in one go: a year and a quarter. */
export const mostAhead = 460 * day

/** `+3d`, `+2h`, `+30m`, or several of them, in milliseconds. */
export function stepIn(text: string): number | undefined {
  const found = /^\+(?:(\d{1,5})d)?(?:(\d{1,5})h)?(?:(\d{1,6})m)?$/.exec(text.trim())
  if (found === null || text.trim() === '+') return undefined
  const [, days = 0, hours = 0, minutes = 0] = found
  return Number(days) * day + Number(hours) * hour + Number(minutes) * minute
}

/** `2026-03-05`, `2026-03-05 14:30` or the same with a T and seconds, read at an offset such as `+08:00`. */
export function instantIn(text: string, offset: string): number | undefined {
  const [, date, time = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text.trim()) ?? []
  if (date === undefined) return undefined
  const instant = Date.parse(`${date}T${time}${offset}`)
  // 31 April is read as 1 May, which nobody meant.
  const same = Number.isFinite(instant) && new Date(Date.parse(`${date}T00:00:00Z`)).toISOString().startsWith(date)
  return same ? instant : undefined
}
