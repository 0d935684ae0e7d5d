import type { Log } from '@xieshang/http'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { type Lambda, lambda } from './lambda.ts'
import { nameOf } from './log.ts'

/** A message cannot be taken yet, and nothing is wrong with it: it stays in the queue and comes again. */
export class Later extends Error {}

type Take = (record: SQSRecord, context: Context) => Promise<unknown>

/** What a message says may be what people wrote, so that of an error only its name is logged. */
function saidOf(log: Log, error: unknown, messageId: string): void {
  if (error instanceof Later) log.info('message left for later', { why: error.message, messageId })
  else log.error('message not taken', { name: nameOf(error), messageId })
}

/** Takes the messages of a batch one after another; what cannot be taken stays in the queue, and the others do not. */
export async function takeEach(
  log: Log,
  { Records }: SQSEvent,
  take: (record: SQSRecord) => Promise<unknown>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const record of Records) {
    try {
      await take(record)
    } catch (error) {
      saidOf(log, error, record.messageId)
      batchItemFailures.push({ itemIdentifier: record.messageId })
    }
  }
  return { batchItemFailures }
}

/** A function that reads a queue, message by message. */
export const queueFunction = (log: Log, take: Take): Lambda<SQSEvent, SQSBatchResponse> =>
  lambda(log, (batch, context) => takeEach(log, batch, (record) => take(record, context)))

/** The same for messages of which none waits for another. */
export const parallelQueueFunction = (log: Log, take: Take): Lambda<SQSEvent, SQSBatchResponse> =>
  lambda(log, async ({ Records }, context) => {
    const answers = await Promise.all(
      Records.map((record) => takeEach(log, { Records: [record] }, () => take(record, context))),
    )
    return { batchItemFailures: answers.flatMap(({ batchItemFailures }) => batchItemFailures) }
  })
