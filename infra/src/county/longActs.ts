import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { defineQueue } from '../constructs/queue.ts'
import { allowLater, feed, read, write } from './grants.ts'
import type { Ground } from './ground.ts'

/** What takes longer than a request: seats and deliveries page by page, the end of a vote and its count. */
export function defineLongActs(ground: Ground): void {
  const { stack, key } = ground
  const timeout = Duration.seconds(60)
  const stepsQueue = defineQueue(stack, 'steps-queue', {
    ...{ queueName: ground.name('steps'), timeout, key },
    receives: 20,
  })
  ground.listen(stepsQueue, { kind: ['step'] })
  const steps = ground.define('steps', 'does long acts page by page', {
    needs: { table: [{ verbs: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'] }], secrets: 'reads' },
    environment: { QUEUE_URL: stepsQueue.queueUrl },
    timeout,
  })
  allowLater(steps, stepsQueue)
  // Two pages of seats are work enough for one invocation.
  feed(ground, steps, stepsQueue, 'steps-source', 2)

  const countTimeout = Duration.minutes(5)
  const countQueue = defineQueue(stack, 'count-queue', {
    queueName: ground.name('count'),
    timeout: countTimeout,
    key,
  })
  ground.listen(countQueue, { kind: ['count'] })
  const count = ground.define('count', 'counts rounds that are closing', {
    needs: {
      table: [{ verbs: [...read, ...write, 'BatchWriteItem'] }],
      // Who counts reads the key of a secret round, and takes it away.
      seals: ['GetItem', 'DeleteItem'],
    },
    timeout: countTimeout,
  })
  feed(ground, count, countQueue, 'count-source', 1)

  const clock = ground.define('clock', 'closes rounds whose time is over', {
    needs: { table: [{ verbs: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] }], secrets: 'makes' },
    timeout,
  })
  new Rule(stack, 'minute-hand', {
    description: 'Rounds whose end has come, and what was cut off in counting',
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [clock, count].map((fn) => new LambdaTarget(fn, { retryAttempts: 2 })),
  })
}
