import { Duration } from 'aws-cdk-lib'
import { defineQueue } from '../constructs/queue.ts'
import { feed } from './grants.ts'
import type { Ground } from './ground.ts'

/** What the city sends to this county: supervision notes, and questions about what is missing (G3). */
export function defineInbox(ground: Ground): void {
  const timeout = Duration.seconds(20)
  const queue = defineQueue(ground.stack, 'inbox-queue', {
    ...{ queueName: ground.name('inbox'), timeout, key: ground.key },
  })
  ground.listenToCity(queue, { county: [ground.code] })
  const receiver = ground.define('inbox', 'takes in what the city sends', {
    needs: { table: [{ verbs: ['GetItem', 'Query', 'PutItem'] }] },
    timeout,
  })
  feed(ground, receiver, queue, 'inbox-source')
}
