import { Cron } from 'croner'
import { TemplateError } from '../templates/evaluate.ts'

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** AWS writes six fields, minutes first and a year last, with ? for “any”; croner reads the first five and a year before them. */
function cronOf(fields: string): string {
  const [minutes, hours, day, month, weekday] = fields.replaceAll('?', '*').split(/\s+/)
  if (weekday === undefined) throw new TemplateError(`A cron expression has six fields, not “${fields}”`)
  return `${minutes} ${hours} ${day} ${month} ${weekday}`
}

/**
 * When an AWS schedule expression is due: `rate(5 minutes)` or `cron(0 7 * * ? *)`. A rate counts from the full hour or
 * day, so that it is due at the same times whenever the desk was started.
 * @returns the first time after an instant
 */
export function dueTimes(expression: string, timeZone: string): (after: number) => number | undefined {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression)
  if (rate !== null) {
    const period = Number(rate[1]) * (units[rate[2] ?? ''] ?? 0)
    if (period <= 0) throw new TemplateError(`A schedule “${expression}” is never due`)
    return (after) => (Math.floor(after / period) + 1) * period
  }
  const cron = /^cron\((.+)\)$/.exec(expression)
  if (cron === null) throw new TemplateError(`A schedule “${expression}” is not known`)
  const job = new Cron(cronOf(cron[1] ?? ''), { timezone: timeZone, paused: true })
  return (after) => job.nextRun(new Date(after))?.getTime()
}
