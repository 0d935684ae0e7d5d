import { openCounting } from '@xieshang/acts'
import { openBallots, openClosings, openConsultations, openSeats, openTurnout } from '@xieshang/store'
import type { ScheduledEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { county } from '../wiring/county.ts'
import { lambda } from '../wiring/lambda.ts'
import { logOf } from '../wiring/log.ts'
import { takeEach } from '../wiring/queue.ts'
import { withSeals } from '../wiring/seals.ts'

const { table } = county()
const store = {
  consultations: openConsultations(table),
  ballots: openBallots(table),
  closings: openClosings(table),
  seats: openSeats(table),
  turnout: openTurnout(table),
}
const counting = openCounting({ store, seals: withSeals() })
const log = logOf('count')

const closingSchema = z.object({ consultation: z.string().min(1), round: z.int().min(1) })

/** Nothing that counting throws quotes anybody, so that the log may say what it was. */
async function finish(closing: z.infer<typeof closingSchema>): Promise<void> {
  try {
    await counting.finish(closing.consultation, closing.round, new Date().toISOString())
  } catch (error) {
    log.error('round not counted', { error, ...closing })
    throw error
  }
}

/** What was cut off, or whose message was lost, is on the list until it is counted and cleared. */
async function finishAll(): Promise<SQSBatchResponse> {
  for (const closing of await store.consultations.toCount())
    await finish(closing).catch(() => {
      // It is said, and the round stays on the list for the next minute.
    })
  return { batchItemFailures: [] }
}

/** Counts a round as soon as its closing is published; each minute, whatever still waits to be counted. */
export const handler = lambda(log, (event: SQSEvent | ScheduledEvent) =>
  'Records' in event ? takeEach(log, event, ({ body }) => finish(closingSchema.parse(JSON.parse(body)))) : finishAll(),
)
