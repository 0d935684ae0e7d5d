import middy, { type MiddlewareObj } from '@middy/core'
import type { Log } from '@xieshang/http'
import type { Context } from 'aws-lambda'
import { nameOf } from './log.ts'

/** A function as Lambda calls it. */
export type Lambda<Event, Result> = (event: Event, context: Context) => Promise<Result>

/** Every line of a call names it, and so does the line that says that it failed; the platform then calls again, or tells. */
const logged = <Event, Result>(log: Log): MiddlewareObj<Event, Result, Error, Context> => ({
  before: ({ context }) => log.begin(context.awsRequestId),
  onError: ({ error }) => log.error('call failed', { name: nameOf(error) }),
})

/** What every function is, whoever calls it; queues, streams, clocks and APIs have more of their own. */
export const lambda = <Event, Result>(log: Log, work: Lambda<Event, Result>): Lambda<Event, Result> =>
  // Lambda itself ends what takes too long, and whoever must be done before that looks at the time that is left.
  middy<Event, Result, Error, Context>({ timeoutEarlyInMillis: 0 }).use(logged<Event, Result>(log)).handler(work)
