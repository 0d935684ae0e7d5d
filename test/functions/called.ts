import type { Context } from 'aws-lambda'

/** What Lambda tells a function beside its event. @param msLeft until it ends the function */
export const contextOf = (msLeft = 300_000) =>
  ({ awsRequestId: 'test', getRemainingTimeInMillis: () => msLeft }) as Context

/** A function as Lambda calls it. */
export const called =
  <Event, Result>(handler: (event: Event, context: Context) => Promise<Result>) =>
  (event: Event, msLeft?: number): Promise<Result> =>
    handler(event, contextOf(msLeft))
