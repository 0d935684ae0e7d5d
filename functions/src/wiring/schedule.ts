import type { Log } from '@xieshang/http'
import type { Context } from 'aws-lambda'
import { type Lambda, lambda } from './lambda.ts'

/**
 * A function that a clock calls.
 * @param what it sees to, for the log
 * @param work with the instant (UTC) at which it was called; gives how much was done
 */
export const scheduledFunction = <Done extends Readonly<Record<string, unknown>>>(
  log: Log,
  what: string,
  work: (now: string, context: Context) => Promise<Done>,
): Lambda<unknown, Done> =>
  lambda(log, async (_event, context) => {
    const done = await work(new Date().toISOString(), context)
    log.info(what, done)
    return done
  })
