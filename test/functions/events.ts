import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda'

/** Stream records of items that appeared. */
export const streamOf = (items: readonly Record<string, unknown>[]): DynamoDBStreamEvent => ({
  Records: items.map((item, index) => ({
    eventID: String(index),
    eventName: 'INSERT' as const,
    dynamodb: { SequenceNumber: String(index), NewImage: marshall(item) as never },
  })),
})

/** @param receives how often each was given to a reader, this time included */
export const queueOf = (bodies: readonly string[], receives = 1): SQSEvent => ({
  Records: bodies.map(
    (body, index) =>
      ({
        messageId: String(index),
        receiptHandle: String(index),
        body,
        attributes: { ApproximateReceiveCount: String(receives) },
        messageAttributes: {},
      }) as SQSEvent['Records'][number],
  ),
})
