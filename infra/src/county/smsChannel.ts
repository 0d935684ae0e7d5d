import { Duration } from 'aws-cdk-lib'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { placesPartition } from '../constructs/places.ts'
import { defineQueue } from '../constructs/queue.ts'
import { allowLater, feed } from './grants.ts'
import type { Ground } from './ground.ts'

/** SMS: sent one by one, and followed to what became of each. */
export function defineSmsChannel(ground: Ground): void {
  const { stack, key } = ground
  const timeout = Duration.seconds(20)
  const tracking = defineQueue(stack, 'tracking-queue', {
    ...{ queueName: ground.name('tracking'), timeout, key },
    receives: 10,
  })
  const queue = defineQueue(stack, 'sms-queue', {
    ...{ queueName: ground.name('sms'), timeout, key },
    givenUpTo: tracking,
  })
  ground.listen(queue, { kind: ['delivery'], channel: ['sms'] })
  ground.listenToCity(tracking, { kind: ['receipts'] })

  const sender = ground.define('sms', 'sends SMS', {
    needs: {
      table: [{ verbs: ['GetItem', 'PutItem', 'UpdateItem'] }, { verbs: ['Query'], partitions: [placesPartition] }],
      secrets: 'reads',
    },
    timeout,
  })
  sender.addToRolePolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['sns:Publish'],
      // A phone number has no ARN; everything that has one is out.
      notResources: [stack.formatArn({ service: 'sns', region: '*', account: '*', resource: '*' })],
    }),
  )
  feed(ground, sender, queue, 'sms-source')

  const tracker = ground.define('tracking', 'keeps what became of each SMS', {
    needs: { table: [{ verbs: ['BatchGetItem', 'UpdateItem'] }] },
    environment: { QUEUE_URL: tracking.queueUrl },
    timeout,
  })
  // A receipt that is quicker than its sender is looked up again soon.
  allowLater(tracker, tracking)
  feed(ground, tracker, tracking, 'tracking-source')
}
