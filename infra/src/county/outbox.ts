import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { acknowledge } from '../constructs/acknowledge.ts'
import { defineDeadQueue } from '../constructs/queue.ts'
import { allowKeyThrough, read } from './grants.ts'
import type { Ground } from './ground.ts'

/** What was committed is followed and published, from the table's stream to the county's topic, and on to the city. */
export function defineOutbox(ground: Ground, cityQueueName: string): void {
  const { stack, table, topic, key } = ground
  const { tableStreamArn } = table
  if (tableStreamArn === undefined) throw new Error('The county table has a stream')
  const relay = ground.define('relay', 'publishes what was committed', {
    needs: { table: [{ verbs: [...read, 'BatchWriteItem', 'PutItem', 'DeleteItem'] }], secrets: 'reads' },
    environment: { TOPIC_ARN: topic.topicArn },
    timeout: Duration.seconds(60),
  })
  for (const service of ['sns', 'sqs'] as const) allowKeyThrough(ground, relay, service)
  relay.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }))
  const dead = defineDeadQueue(stack, 'relay-dead', { queueName: ground.name('relay-dead'), key })
  acknowledge(dead, 'It is the dead-letter queue of the stream itself', 'SQS3')
  relay.addEventSourceMapping('relay-source', {
    eventSourceArn: tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 100,
    // The library's own destination would open the key to wildcard actions.
    onFailure: { bind: () => ({ destination: dead.queueArn }) },
  })
  relay.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [tableStreamArn],
    }),
  )
  // Listing streams cannot be narrowed to one.
  relay.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }))
  relay.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [dead.queueArn] }))
  const cityQueue = Queue.fromQueueArn(
    stack,
    'city-queue',
    stack.formatArn({ service: 'sqs', resource: cityQueueName }),
  )
  ground.listen(cityQueue, { kind: ['summary', 'entry', 'owed'] })
}
