import { queuedChannels } from '@xieshang/channels/declared'
import { CfnParameter, Duration, type Stack } from 'aws-cdk-lib'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { placesPartition } from '../constructs/places.ts'
import { defineQueue } from '../constructs/queue.ts'
import { allowLater, feed, type Needs } from './grants.ts'
import type { Ground } from './ground.ts'

type QueuedChannel = (typeof queuedChannels)[number]
type SeatChannel = Extract<QueuedChannel, { readonly reach: 'seats' }>

/** What each kind of channel does with the county's table: to send to seats, or to report what hangs. */
const needs: { readonly [R in QueuedChannel['reach']]: Needs } = {
  seats: {
    table: [{ verbs: ['GetItem', 'PutItem', 'UpdateItem'] }, { verbs: ['Query'], partitions: [placesPartition] }],
    secrets: 'reads',
  },
  everybody: { table: [{ verbs: ['GetItem', 'Query', 'PutItem'] }], secrets: 'reads' },
}

/** Subscriptions take only messages with these attributes. */
const filterBy = (attributes: QueuedChannel['attributes']) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, [value]]))

/** Lets a function send to phones, which have no ARN; everything that has one is out. */
const allowPhones = (stack: Stack) =>
  new PolicyStatement({
    effect: Effect.ALLOW,
    actions: ['sns:Publish'],
    notResources: [stack.formatArn({ service: 'sns', region: '*', account: '*', resource: '*' })],
  })

/** Where an address is set at deployment. @returns what the channel's function finds in its environment */
function endpointOf(stack: Stack, { sender }: QueuedChannel): Readonly<Record<string, string>> {
  if (sender.by === 'phone') return {}
  const { parameter, variable, address, description } = sender
  return { [variable]: new CfnParameter(stack, parameter, { default: address, description }).valueAsString }
}

/** Keeps what the provider says, and what the sender's queue gave up. @returns the queue of both */
function defineTracking(ground: Ground, { receipts }: SeatChannel): Queue {
  const { function: name, does, queue: settings, attributes } = receipts
  const timeout = Duration.seconds(settings.seconds)
  const queue = defineQueue(ground.stack, `${name}-queue`, {
    ...{ queueName: ground.name(name), timeout, key: ground.key },
    receives: settings.receives,
  })
  ground.listenToCity(queue, filterBy(attributes))
  const tracker = ground.define(name, does, {
    needs: { table: [{ verbs: ['BatchGetItem', 'UpdateItem'] }] },
    environment: { QUEUE_URL: queue.queueUrl },
    timeout,
  })
  // A receipt that is quicker than its sender is looked up again soon.
  allowLater(tracker, queue)
  feed(ground, tracker, queue, `${name}-source`)
  return queue
}

/** One channel as it is declared: its queue, what comes into it, its function and what that may do. */
function defineChannel(ground: Ground, channel: QueuedChannel): void {
  const { stack, key } = ground
  const { name, does, queue: settings, attributes, reach, sender } = channel
  const timeout = Duration.seconds(settings.seconds)
  const queue = defineQueue(stack, `${name}-queue`, {
    ...{ queueName: ground.name(name), timeout, key, receives: settings.receives },
    ...(reach === 'seats' && { givenUpTo: defineTracking(ground, channel) }),
  })
  ground.listen(queue, filterBy(attributes))
  const fn = ground.define(name, does, { needs: needs[reach], environment: endpointOf(stack, channel), timeout })
  if (sender.by === 'phone') fn.addToRolePolicy(allowPhones(stack))
  feed(ground, fn, queue, `${name}-source`)
}

/** Every channel that has a queue (P3a). */
export function defineChannels(ground: Ground): void {
  for (const channel of queuedChannels) defineChannel(ground, channel)
}
