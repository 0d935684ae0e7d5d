import type { Duration, Stack } from 'aws-cdk-lib'
import { StreamViewType, type Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { type ITopic, type Subscription, SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { defineFunction } from '../constructs/function.ts'
import { defineSealTable, defineTable } from '../constructs/table.ts'
import { grant, type Needs } from './grants.ts'

export type GroundProps = {
  readonly county: { readonly code: string; readonly name: string }
  /** Folder that holds one bundle per function. */
  readonly bundles: string
  readonly publicOrigin: string
  /** Name of the topic on which the city speaks to its counties. */
  readonly cityTopicName: string
}

/** What every path of a county stands on: its key, its tables, the topics it speaks and listens on. */
export class Ground {
  readonly stack: Stack
  readonly code: string
  readonly key: Key
  readonly table: Table
  /** Keys of secret rounds. */
  readonly seals: Table
  readonly topic: Topic
  private readonly cityTopic: ITopic
  /** The county's own topic by its name: the key's policy names it, and the topic itself has the key. */
  private readonly ownTopic: ITopic
  private readonly props: GroundProps

  constructor(stack: Stack, props: GroundProps) {
    const { county, cityTopicName } = props
    this.stack = stack
    this.props = props
    this.code = county.code
    this.key = new Key(stack, 'key', {
      alias: this.name(),
      description: `Personal data of ${county.name}`,
      enableKeyRotation: true,
    })
    const topicArn = (resource: string) => stack.formatArn({ service: 'sns', resource })
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { ArnLike: { 'aws:SourceArn': [this.name(), cityTopicName].map(topicArn) } },
      }),
    )
    const { key } = this
    this.table = defineTable(stack, 'table', {
      tableName: this.name(),
      key,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
    })
    this.seals = defineSealTable(stack, 'seals', { tableName: this.name('seals'), key })
    this.topic = new Topic(stack, 'topic', {
      topicName: this.name(),
      displayName: '协商',
      masterKey: key,
      enforceSSL: true,
    })
    this.cityTopic = Topic.fromTopicArn(stack, 'city-topic', topicArn(cityTopicName))
    this.ownTopic = Topic.fromTopicArn(stack, 'own-topic', topicArn(this.name()))
  }

  /** The name of something of this county's. */
  name(suffix?: string): string {
    return ['xieshang', this.code, ...(suffix === undefined ? [] : [suffix])].join('-')
  }

  /** One of the county's functions, with what it is allowed to do. */
  define(
    name: string,
    description: string,
    options: {
      readonly needs: Needs
      readonly environment?: Readonly<Record<string, string>>
      readonly timeout?: Duration
    },
  ): LambdaFunction {
    const { county, bundles, publicOrigin } = this.props
    const { needs, environment = {}, timeout } = options
    const fn = defineFunction(this.stack, name, {
      tenant: county.code,
      bundle: `${bundles}/${name}`,
      description: `${county.name}: ${description}`,
      environment: {
        ...{ TABLE_NAME: this.table.tableName, PUBLIC_ORIGIN: publicOrigin },
        ...(needs.secrets !== undefined && { KEY_ARN: this.key.keyArn }),
        ...(needs.seals !== undefined && { SEALS_TABLE: this.seals.tableName }),
        ...environment,
      },
      ...(timeout !== undefined && { timeout }),
    })
    grant(this, fn, needs)
    return fn
  }

  /** What the county's topic says, by its attributes, goes to a queue as it was said. */
  listen(queue: IQueue, filter: Filter): void {
    subscribe(this.ownTopic, queue, filter).node.addDependency(this.topic)
  }

  /** The same for what the city says. */
  listenToCity(queue: IQueue, filter: Filter): void {
    subscribe(this.cityTopic, queue, filter)
  }
}

/** Attributes of a message, each with the values that are wanted. */
type Filter = Readonly<Record<string, readonly string[]>>

function subscribe(topic: ITopic, queue: IQueue, filter: Filter): Subscription {
  const filterPolicy = Object.fromEntries(
    Object.entries(filter).map(([name, allowlist]) => [
      name,
      SubscriptionFilter.stringFilter({ allowlist: [...allowlist] }),
    ]),
  )
  return topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true, filterPolicy }))
}
