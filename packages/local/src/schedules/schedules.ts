import { Cron } from 'croner'
import { TemplateError } from '../templates/evaluate.ts'

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/** AWS writes six fields, minutes first and a year last, with ? for “any”; croner reads the first five and a year before them. */
function cronOf(fields: string): string {
  const [minutes, hours, day, month, weekday] = fields.replaceAll('?', '*').split(/\s+/)
  if (weekday === undefined) throw new TemplateError(`A cron expression has six fields, not “${fields}”`)
  return `${minutes} ${hours} ${day} ${month} ${weekday}`
}

/** Calls back at the times of an AWS schedule expression: `rate(5 minutes)` or `cron(0 7 * * ? *)`. */
export function startSchedule(expression: string, timeZone: string, call: () => void): () => void {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression)
  if (rate !== null) {
    const timer = setInterval(call, Number(rate[1]) * (units[rate[2] ?? ''] ?? 0))
    timer.unref()
    return () => clearInterval(timer)
  }
  const cron = /^cron\((.+)\)$/.exec(expression)
  if (cron === null) throw new TemplateError(`A schedule “${expression}” is not known`)
  const job = new Cron(cronOf(cron[1] ?? ''), { timezone: timeZone, unref: true }, call)
  return () => job.stop()
}
