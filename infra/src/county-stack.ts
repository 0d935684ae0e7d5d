import { CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from './constructs/acknowledge.ts'
import { frontSecretOf } from './constructs/front.ts'
import { defineFunction } from './constructs/function.ts'
import { defineHttpApi, type HttpApiOptions, type Identity } from './constructs/http-api.ts'
import { defineDeadQueue, defineQueue } from './constructs/queue.ts'
import { defineSealTable, defineTable } from './constructs/table.ts'

export type CountyStackProps = StackProps & {
  readonly county: { readonly code: string; readonly name: string }
  /** Folder that holds one bundle per function. */
  readonly bundles: string
  readonly identity: Identity
  readonly publicOrigin: string
  readonly domain: HttpApiOptions['domain']
  /** Name of the city's queue of summaries. */
  readonly cityQueueName: string
  /** Name of the topic on which the city speaks to its counties. */
  readonly cityTopicName: string
}

const write = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem']
/** What a service does with the county's key for who calls it. */
const keyUses = {
  // As AWS's guide has it for whoever uses a table under a key of one's own; only Decrypt is sure.
  dynamodb: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
  sns: ['kms:Decrypt', 'kms:GenerateDataKey'],
  sqs: ['kms:Decrypt', 'kms:GenerateDataKey'],
}
const read = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']

/** What residents' requests write: facts beside a consultation, and what lies under a link. Never the consultation itself. */
const residentsWrite = ['FACTS#*', 'LINK#*']
/** What the function that anybody reaches reads: no register, no key, no account, no answer of an officer. */
const anybodyReads = [...residentsWrite, 'CASE#*', 'PUBLIC#*', 'SCREEN#*', 'MAILBOX', 'CATALOGUE', 'OPENDATA']

/** One county: everything that is its own, and nothing else. */
export class CountyStack extends Stack {
  constructor(scope: Construct, id: string, props: CountyStackProps) {
    super(scope, id, props)
    const { code } = props.county
    const key = new Key(this, 'key', {
      alias: `xieshang-${code}`,
      description: `Personal data of ${props.county.name}`,
      enableKeyRotation: true,
    })
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'aws:SourceArn': [`xieshang-${code}`, props.cityTopicName].map((resource) =>
              this.formatArn({ service: 'sns', resource }),
            ),
          },
        },
      }),
    )
    const table = defineTable(this, 'table', {
      tableName: `xieshang-${code}`,
      key,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
    })
    const seals = defineSealTable(this, 'seals', { tableName: `xieshang-${code}-seals`, key })
    const topic = new Topic(this, 'topic', {
      topicName: `xieshang-${code}`,
      displayName: '协商',
      masterKey: key,
      enforceSSL: true,
    })
    const trackingTimeout = Duration.seconds(20)
    const tracking = defineQueue(this, 'tracking-queue', {
      queueName: `xieshang-${code}-tracking`,
      timeout: trackingTimeout,
      receives: 10,
      key,
    })
    const smsTimeout = Duration.seconds(20)
    const sms = defineQueue(this, 'sms-queue', {
      queueName: `xieshang-${code}-sms`,
      timeout: smsTimeout,
      givenUpTo: tracking,
      key,
    })
    topic.addSubscription(
      new SqsSubscription(sms, {
        rawMessageDelivery: true,
        filterPolicy: {
          kind: SubscriptionFilter.stringFilter({ allowlist: ['delivery'] }),
          channel: SubscriptionFilter.stringFilter({ allowlist: ['sms'] }),
        },
      }),
    )
    topic.addSubscription(
      new SqsSubscription(
        Queue.fromQueueArn(this, 'city-queue', this.formatArn({ service: 'sqs', resource: props.cityQueueName })),
        {
          rawMessageDelivery: true,
          filterPolicy: { kind: SubscriptionFilter.stringFilter({ allowlist: ['summary', 'entry', 'owed'] }) },
        },
      ),
    )
    const stepsTimeout = Duration.seconds(60)
    const stepsQueue = defineQueue(this, 'steps-queue', {
      queueName: `xieshang-${code}-steps`,
      timeout: stepsTimeout,
      receives: 20,
      key,
    })
    topic.addSubscription(
      new SqsSubscription(stepsQueue, {
        rawMessageDelivery: true,
        filterPolicy: { kind: SubscriptionFilter.stringFilter({ allowlist: ['step'] }) },
      }),
    )
    const wechatTimeout = Duration.seconds(60)
    const wechat = defineQueue(this, 'wechat-queue', {
      queueName: `xieshang-${code}-wechat`,
      timeout: wechatTimeout,
      key,
    })
    topic.addSubscription(
      new SqsSubscription(wechat, {
        rawMessageDelivery: true,
        filterPolicy: {
          kind: SubscriptionFilter.stringFilter({ allowlist: ['posting'] }),
          channel: SubscriptionFilter.stringFilter({ allowlist: ['wechat'] }),
        },
      }),
    )
    const countTimeout = Duration.minutes(5)
    const countQueue = defineQueue(this, 'count-queue', {
      queueName: `xieshang-${code}-count`,
      timeout: countTimeout,
      key,
    })
    topic.addSubscription(
      new SqsSubscription(countQueue, {
        rawMessageDelivery: true,
        filterPolicy: { kind: SubscriptionFilter.stringFilter({ allowlist: ['count'] }) },
      }),
    )
    const inboxTimeout = Duration.seconds(20)
    const inbox = defineQueue(this, 'inbox-queue', { queueName: `xieshang-${code}-inbox`, timeout: inboxTimeout, key })
    const cityTopic = Topic.fromTopicArn(
      this,
      'city-topic',
      this.formatArn({ service: 'sns', resource: props.cityTopicName }),
    )
    cityTopic.addSubscription(
      new SqsSubscription(tracking, {
        rawMessageDelivery: true,
        filterPolicy: { kind: SubscriptionFilter.stringFilter({ allowlist: ['receipts'] }) },
      }),
    )
    cityTopic.addSubscription(
      new SqsSubscription(inbox, {
        rawMessageDelivery: true,
        filterPolicy: { county: SubscriptionFilter.stringFilter({ allowlist: [code] }) },
      }),
    )

    const define = (
      name: string,
      description: string,
      options: { environment?: Record<string, string>; timeout?: Duration } = {},
    ) =>
      defineFunction(this, name, {
        tenant: code,
        bundle: `${props.bundles}/${name}`,
        description: `${props.county.name}: ${description}`,
        environment: { TABLE_NAME: table.tableName, PUBLIC_ORIGIN: props.publicOrigin, ...options.environment },
        ...(options.timeout !== undefined && { timeout: options.timeout }),
      })
    const keyArn = { KEY_ARN: key.keyArn }
    const sealsTable = { SEALS_TABLE: seals.tableName }
    const staff = define('staff', 'what officers do', {
      environment: { ...keyArn, ...sealsTable },
      timeout: Duration.seconds(29),
    })
    const resident = define('resident', 'personal links and public pages', {
      environment: { FRONT_SECRET: frontSecretOf(this) },
    })
    const relay = define('relay', 'publishes what was committed', {
      environment: { ...keyArn, TOPIC_ARN: topic.topicArn },
      timeout: Duration.seconds(60),
    })
    const steps = define('steps', 'does long acts page by page', {
      environment: { ...keyArn, QUEUE_URL: stepsQueue.queueUrl },
      timeout: stepsTimeout,
    })
    const sender = define('sms', 'sends SMS', { environment: keyArn, timeout: smsTimeout })
    const tracker = define('tracking', 'keeps what became of each SMS', {
      environment: { QUEUE_URL: tracking.queueUrl },
      timeout: trackingTimeout,
    })
    const clock = define('clock', 'closes rounds whose time is over', {
      environment: keyArn,
      timeout: Duration.seconds(60),
    })

    const count = define('count', 'counts rounds that are closing', { environment: sealsTable, timeout: countTimeout })

    const duties = define('duties', 'works out once a day what is owed', { timeout: Duration.minutes(5) })

    const receiver = define('inbox', 'takes in what the city sends', { timeout: inboxTimeout })

    // The platform answers only addresses that its owner named: where functions have none that stays, a relay has.
    const wechatEndpoint = new CfnParameter(this, 'WechatEndpoint', {
      default: 'https://api.weixin.qq.com',
      description: 'Where the official account is spoken to: the platform, or a relay with a fixed address',
    })
    const publisher = define('wechat', 'publishes under the official account', {
      environment: { ...keyArn, WECHAT_ENDPOINT: wechatEndpoint.valueAsString },
      timeout: wechatTimeout,
    })

    this.allow(staff, [table.tableArn], [...read, ...write, 'dynamodb:BatchWriteItem'])
    this.allow(resident, [table.tableArn], read, anybodyReads)
    // The other functions look for nothing in the index.
    const index = `${table.tableArn}/index/GSI1`
    this.allow(staff, [index], ['dynamodb:Query'])
    this.allow(resident, [index], ['dynamodb:Query'], anybodyReads)
    this.allow(resident, [table.tableArn], ['dynamodb:PutItem', 'dynamodb:UpdateItem'], residentsWrite)
    this.allow(relay, [table.tableArn], [...read, 'dynamodb:BatchWriteItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'])
    this.allow(
      steps,
      [table.tableArn],
      ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
    )
    this.allow(sender, [table.tableArn], ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'])
    this.allow(tracker, [table.tableArn], ['dynamodb:BatchGetItem', 'dynamodb:UpdateItem'])
    this.allow(
      clock,
      [table.tableArn],
      ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
    )
    this.allow(count, [table.tableArn], [...read, ...write, 'dynamodb:BatchWriteItem'])
    // Who opens a secret round adds its key and can never read it; who counts reads it and takes it away.
    this.allow(staff, [seals.tableArn], ['dynamodb:PutItem'])
    this.allow(count, [seals.tableArn], ['dynamodb:GetItem', 'dynamodb:DeleteItem'])
    this.allow(
      duties,
      [table.tableArn],
      ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
    )
    this.allow(receiver, [table.tableArn], ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'])
    this.allow(publisher, [table.tableArn], ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'])
    for (const fn of [staff, clock]) this.allowSecrets(fn, key, code, true)
    for (const fn of [relay, steps, sender, publisher]) this.allowSecrets(fn, key, code, false)
    for (const fn of [staff, resident, relay, steps, sender, tracker, clock, count, duties, receiver, publisher])
      this.allowKeyThrough(fn, key, 'dynamodb')
    for (const service of ['sns', 'sqs'] as const) this.allowKeyThrough(relay, key, service)
    relay.addToRolePolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }))
    sender.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['sns:Publish'],
        // A phone number has no ARN; everything that has one is out.
        notResources: [this.formatArn({ service: 'sns', region: '*', account: '*', resource: '*' })],
      }),
    )

    const relayDead = defineDeadQueue(this, 'relay-dead', { queueName: `xieshang-${code}-relay-dead`, key })
    acknowledge(relayDead, 'It is the dead-letter queue of the stream itself', 'SQS3')
    const { tableStreamArn } = table
    if (tableStreamArn === undefined) throw new Error('The county table has a stream')
    relay.addEventSourceMapping('relay-source', {
      eventSourceArn: tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 100,
      // The library's own destination would open the key to wildcard actions.
      onFailure: { bind: () => ({ destination: relayDead.queueArn }) },
    })
    relay.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [tableStreamArn],
      }),
    )
    // Listing streams cannot be narrowed to one.
    relay.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }))
    relay.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [relayDead.queueArn] }))
    // A step that is not done yet is looked at again a little later.
    steps.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:ChangeMessageVisibility'], resources: [stepsQueue.queueArn] }),
    )
    // Two pages of seats are work enough for one invocation.
    this.feed(steps, stepsQueue, key, 'steps-source', 2)
    this.feed(count, countQueue, key, 'count-source', 1)
    this.feed(sender, sms, key, 'sms-source')
    // A receipt that is quicker than its sender is looked up again soon.
    tracker.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:ChangeMessageVisibility'], resources: [tracking.queueArn] }),
    )
    this.feed(tracker, tracking, key, 'tracking-source')
    this.feed(publisher, wechat, key, 'wechat-source')
    this.feed(receiver, inbox, key, 'inbox-source')
    new Rule(this, 'minute-hand', {
      description: 'Rounds whose end has come, and what was cut off in counting',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [clock, count].map((fn) => new LambdaTarget(fn, { retryAttempts: 2 })),
    })

    new Rule(this, 'daily-round', {
      description: 'Duties that begin by the calendar; a round that was cut off goes on',
      schedule: Schedule.rate(Duration.minutes(10)),
      targets: [new LambdaTarget(duties, { retryAttempts: 2 })],
    })

    defineHttpApi(this, {
      name: `xieshang-${code}`,
      mount: `api/${code}`,
      domain: props.domain,
      identity: props.identity,
      protectedPaths: [
        '/me',
        '/divisions/{proxy+}',
        '/catalogue',
        '/villages/{proxy+}',
        '/consultations',
        '/consultations/{proxy+}',
        '/settings/{proxy+}',
        '/duties',
        '/affairs/{proxy+}',
        '/reports/{proxy+}',
      ],
      protectedBy: staff,
      openPaths: ['/links/{proxy+}', '/public/{proxy+}', '/screens/{proxy+}'],
      openBy: resident,
    })
  }

  /** Lets a function read a queue, batch by batch, whose failures it tells one by one. */
  private feed(fn: LambdaFunction, queue: Queue, key: Key, id: string, batchSize = 10): void {
    fn.addEventSourceMapping(id, {
      eventSourceArn: queue.queueArn,
      batchSize,
      reportBatchItemFailures: true,
      maxConcurrency: 5,
    })
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: [
          // What Lambda itself asks of a role that reads a queue.
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:ReceiveMessage',
        ],
        resources: [queue.queueArn],
      }),
    )
    this.allowKeyThrough(fn, key, 'sqs', ['kms:Decrypt'])
  }

  /** @param partitions where their names are given, nothing but these partitions may be touched */
  private allow(
    fn: LambdaFunction,
    resources: readonly string[],
    actions: readonly string[],
    partitions?: readonly string[],
  ): void {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(partitions !== undefined && {
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
        }),
      }),
    )
  }

  /** The county's key as a service uses it on behalf of a function, never as the function itself. */
  private allowKeyThrough(
    fn: LambdaFunction,
    key: Key,
    service: 'dynamodb' | 'sns' | 'sqs',
    actions = keyUses[service],
  ): void {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions,
        resources: [key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `${service}.${this.region}.amazonaws.com` } },
      }),
    )
  }

  /**
   * The county's key for personal data, and only with the county's own encryption context.
   * @param makes whether the function may be the first to keep a secret, and so makes the data key; the others only read
   *   what was kept under it
   */
  private allowSecrets(fn: LambdaFunction, key: Key, tenant: string, makes: boolean): void {
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: makes ? ['kms:GenerateDataKey', 'kms:Decrypt'] : ['kms:Decrypt'],
        resources: [key.keyArn],
        conditions: { StringEquals: { 'kms:EncryptionContext:tenant': tenant } },
      }),
    )
  }
}
