import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'

/**
 * Takes the messages of a batch one after another; what cannot be taken stays in the queue, and the others do not.
 * @param failed told of each that could not; what the message itself says may be what people wrote, and is not logged
 */
export async function takeEach(
  { Records }: SQSEvent,
  take: (record: SQSRecord) => Promise<unknown>,
  failed: (error: unknown, messageId: string) => void,
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = []
  for (const record of Records) {
    try {
      await take(record)
    } catch (error) {
      failed(error, record.messageId)
      batchItemFailures.push({ itemIdentifier: record.messageId })
    }
  }
  return { batchItemFailures }
}

/** What may be logged of an error that may quote a message. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
