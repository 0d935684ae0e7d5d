import type { SQSClient } from '@aws-sdk/client-sqs'
import { environment } from './environment.ts'

/** Lets a message of the function's own queue be seen again after some seconds. */
export type ShowAgain = (message: { readonly receiptHandle: string }, seconds: number) => Promise<void>

/** The client of the queue is loaded with the first message that waits: most never do. */
export function waitingIn(): ShowAgain {
  const { QUEUE_URL: QueueUrl } = environment('QUEUE_URL')
  let client: SQSClient | undefined
  return async ({ receiptHandle: ReceiptHandle }, VisibilityTimeout) => {
    const { ChangeMessageVisibilityCommand, SQSClient } = await import('@aws-sdk/client-sqs')
    client ??= new SQSClient()
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }))
  }
}
