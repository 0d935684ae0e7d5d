import type { Log } from '@xieshang/http'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { type Lambda, lambda } from './lambda.ts'

/**
 * A function that reads a table's stream in its order.
 * @param work gives the record from which on the batch is to come again, or nothing when all of it is done
 */
export const streamFunction = (
  log: Log,
  work: (records: readonly DynamoDBRecord[]) => Promise<DynamoDBRecord | undefined>,
): Lambda<DynamoDBStreamEvent, DynamoDBBatchResponse> =>
  lambda(log, async ({ Records }) => {
    const again = await work(Records)
    const batchItemFailures = again === undefined ? [] : [{ itemIdentifier: again.dynamodb?.SequenceNumber ?? '' }]
    return { batchItemFailures }
  })
