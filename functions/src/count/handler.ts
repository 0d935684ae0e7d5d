import { openCounting } from '@xieshang/acts'
import { createLog } from '@xieshang/http'
import type { ScheduledEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { county } from '../wiring/county.ts'
import { takeEach } from '../wiring/queue.ts'
import { withSeals } from '../wiring/seals.ts'

const { tenant, store } = county()
const counting = openCounting({ store, seals: withSeals() })
const log = createLog({ function: 'count', tenant })

const closingSchema = z.object({ consultation: z.string().min(1), round: z.int().min(1) })

const finish = ({ consultation, round }: z.infer<typeof closingSchema>) =>
  counting.finish(consultation, round, new Date().toISOString())

/** What was cut off, or whose message was lost, is on the list until it is counted and cleared. */
async function finishAll(): Promise<SQSBatchResponse> {
  for (const closing of await store.consultations.toCount())
    try {
      await finish(closing)
    } catch (error) {
      log.error('round not counted', { error, ...closing })
    }
  return { batchItemFailures: [] }
}

/** Counts a round as soon as its closing is published; each minute, whatever still waits to be counted. */
export const handler = (event: SQSEvent | ScheduledEvent): Promise<SQSBatchResponse> =>
  'Records' in event
    ? takeEach(
        event,
        ({ body }) => finish(closingSchema.parse(JSON.parse(body))),
        (error, messageId) => log.error('round not counted', { error, messageId }),
      )
    : finishAll()
