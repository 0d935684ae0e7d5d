import { runByClock } from '../clock/advance.ts'
import type { Clock } from '../clock/clock.ts'
import type { Quiet } from '../clock/quiet.ts'
import { sweep } from '../clock/sweep.ts'
import type { Desk } from '../resources/context.ts'
import { dueTimes } from './schedules.ts'

/**
 * Calls the functions of the templates' schedules, and lets items vanish whose time to live is over, by the desk's clock.
 * @returns what puts the clock forward
 */
export function runSchedules(desk: Desk, clock: Clock, quiet: Quiet, say: (line: string) => void) {
  const failed = (what: string) => (error: unknown) => say(`! ${what}: ${String(error)}`)
  const scheduled = desk.schedules.flatMap(({ expression, timeZone, targets }) =>
    targets.map(({ arn, input }) => ({
      next: dueTimes(expression, timeZone),
      call: async () => desk.functions.get(arn)?.invoke(input).catch(failed(arn)),
    })),
  )
  // AWS lets items vanish within some days; once a day is often enough.
  const expiries = desk.expiring.map((expiring) => ({
    next: dueTimes('rate(1 day)', 'UTC'),
    call: () => sweep(desk.dynamodb, expiring, clock.now()).catch(failed(expiring.table)),
  }))
  return runByClock(clock, [...scheduled, ...expiries], quiet.settled)
}
