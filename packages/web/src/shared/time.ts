import type { Language } from '@xieshang/rules'

const zone = 'Asia/Shanghai'

/** What a person typed into a date-time field, read as Shanghai time: 2026-03-05T14:30 → 2026-03-05T06:30:00.000Z. */
export function instantOf(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString()
}

/** The other way round, for a field's value. */
export function localOf(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
}

const formats = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: zone,
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }),
}

const days = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }),
}

/** An instant as people here read it, whatever the browser's own zone. */
export const showTime = (instant: string, language: Language): string => formats[language].format(new Date(instant))
export const showDay = (instant: string, language: Language): string => days[language].format(new Date(instant))

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The time of day alone: 14:30. */
export const showClock = (instant: string): string => clock.format(new Date(instant))

const dates = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: zone, month: 'long', day: 'numeric', weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'long', day: 'numeric', weekday: 'long' }),
}

/** The day with its name, as on a wall calendar. */
export const showDate = (instant: string, language: Language): string => dates[language].format(new Date(instant))
