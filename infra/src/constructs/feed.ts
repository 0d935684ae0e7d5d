import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'

/** Lets a function read a queue, batch by batch, whose failures it tells one by one. */
export function feedFrom(
  fn: LambdaFunction,
  queue: Queue,
  {
    id,
    batchSize,
    maxConcurrency,
  }: { readonly id: string; readonly batchSize: number; readonly maxConcurrency: number },
): void {
  fn.addEventSourceMapping(id, {
    ...{ eventSourceArn: queue.queueArn, batchSize, maxConcurrency },
    reportBatchItemFailures: true,
  })
  fn.addToRolePolicy(
    new PolicyStatement({
      // What Lambda itself asks of a role that reads a queue; the library's own event source grants more.
      actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      resources: [queue.queueArn],
    }),
  )
}
