import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createLog } from '@xieshang/http'
import { sharedEntrySchema, summarySchema } from '@xieshang/rules'
import { openCityStore, openTable } from '@xieshang/store'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { required } from '../wiring/environment.ts'

const store = openCityStore(openTable(new DynamoDBClient(), required('TABLE_NAME')))
const log = createLog({ function: 'ingest', tenant: required('TENANT') })

const isEntry = (message: unknown): boolean => typeof message === 'object' && message !== null && 'entry' in message

const take = (message: unknown): Promise<unknown> =>
  isEntry(message)
    ? store.applyEntry(sharedEntrySchema.parse(message))
    : store.applySummary(summarySchema.parse(message))

/** Takes the counties' summaries and shared entries in, one after another; what cannot be taken stays in the queue. */
export async function handler(batch: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const { body, messageId } of batch.Records) {
    try {
      await take(JSON.parse(body))
    } catch (error) {
      // The message itself may hold a title that people wrote: only its id is logged.
      log.error('summary not taken', { name: error instanceof Error ? error.name : typeof error, messageId })
      batchItemFailures.push({ itemIdentifier: messageId })
    }
  }
  return { batchItemFailures }
}
