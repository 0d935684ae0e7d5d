import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { counties as allCounties } from '@xieshang/divisions'
import type { DynamoDBStreamEvent, ScheduledEvent } from 'aws-lambda'
import { vi } from 'vitest'
import { queuedChannels } from '../../packages/channels/src/channels.ts'
import { called } from '../functions/called.ts'
import { channelHandlers } from '../functions/channels.ts'
import { seedPlaces } from '../places.ts'
import type { Queues } from './queues.ts'
import { createTable, openStream } from './tables.ts'

/** A Lambda handler of an HTTP API, called with the event that API Gateway makes. */
export type ApiHandler = (event: unknown, context: unknown) => Promise<unknown>

export type Near = {
  readonly client: DynamoDBClient
  readonly endpoints: Readonly<Record<'dynamodb' | 'sns' | 'sqs' | 'kms' | 'wechat' | 'origin', string>>
  readonly topic: Queues
  readonly cityTopic: Queues
}

/** The environment that a template gives its functions. They read it while they are loaded. */
function environment({ endpoints }: Near, own: Readonly<Record<string, string>>): void {
  Object.assign(process.env, {
    PUBLIC_ORIGIN: endpoints.origin,
    KEY_ARN: 'key',
    FRONT_SECRET: 'near',
    WECHAT_ENDPOINT: endpoints.wechat,
    LOG_LEVEL: 'error',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_KMS: endpoints.kms,
    ...own,
  })
  vi.resetModules()
}

const has = (wanted: Readonly<Record<string, string>>) => (attributes: Readonly<Record<string, string>>) =>
  Object.entries(wanted).every(([name, value]) => attributes[name] === value)

/** Lambda hands binary values on as text. */
const base64 = (_name: string, value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value

/** A county's functions on a table of their own. */
export async function startCounty(near: Near, tenant: string) {
  const table = await createTable(near.client, `near-${tenant}`)
  const seals = await createTable(near.client, `near-${tenant}-seals`)
  await seedPlaces(near.client, table.name, [tenant])
  environment(near, {
    TABLE_NAME: table.name,
    TENANT: tenant,
    TOPIC_ARN: topicArn(tenant),
    QUEUE_URL: `${near.endpoints.sqs}/steps`,
    SEALS_TABLE: seals.name,
  })
  const channels = await channelHandlers()
  const [staff, resident, relay, tracking, inbox, clock, steps, count] = await Promise.all([
    import('../../functions/src/staff/handler.ts'),
    import('../../functions/src/resident/handler.ts'),
    import('../../functions/src/relay/handler.ts'),
    import('../../functions/src/tracking/handler.ts'),
    import('../../functions/src/inbox/handler.ts'),
    import('../../functions/src/clock/handler.ts'),
    import('../../functions/src/steps/handler.ts'),
    import('../../functions/src/count/handler.ts'),
  ])
  // What a county's functions load later would be loaded with the environment of another.
  await Promise.all([staff.handler.loadAll(), resident.handler.loadAll()])
  const own = { tenant }
  for (const { name, attributes, queue } of queuedChannels)
    near.topic.subscribe({
      ...{ filter: has({ ...own, ...attributes }), receives: queue.receives },
      consume: (batch) => channels[name](batch),
    })
  near.cityTopic.subscribe({ filter: has({ kind: 'receipts' }), consume: called(tracking.handler) })
  near.topic.subscribe({
    filter: has({ ...own, kind: 'step' }),
    consume: called(steps.handler),
    batchSize: 2,
    receives: 20,
  })
  near.topic.subscribe({ filter: has({ ...own, kind: 'count' }), consume: called(count.handler), batchSize: 1 })
  near.cityTopic.subscribe({ filter: has({ county: tenant }), consume: called(inbox.handler) })
  const read = openStream(near.endpoints.dynamodb, table.streamArn)
  let open: Awaited<ReturnType<typeof read>> = []
  return {
    api: {
      open: ['/links/', '/public/', '/screens/', '/openapi.json'],
      openBy: resident.handler as ApiHandler,
      protectedBy: staff.handler as ApiHandler,
    },
    /** Hands on what was committed; what failed comes first the next time. @returns whether there was anything */
    async relay(): Promise<boolean> {
      if (open.length === 0) open = await read()
      if (open.length === 0) return false
      const Records = JSON.parse(JSON.stringify(open, base64)) as DynamoDBStreamEvent['Records']
      const { batchItemFailures = [] } = (await called(relay.handler)({ Records })) ?? {}
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
      const from = open.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''))
      open = from < 0 ? [] : open.slice(from)
      return true
    },
    /** What the minute hand does. */
    async tick(): Promise<void> {
      await called(clock.handler)({})
      await called(count.handler)({} as ScheduledEvent)
    },
  }
}

/** The city's functions; its topic is where counties get their notes from. */
export async function startCity(near: Near, counties: readonly string[]) {
  const table = await createTable(near.client, 'near-city')
  await seedPlaces(
    near.client,
    table.name,
    allCounties().map(({ code }) => code),
  )
  environment(near, {
    TABLE_NAME: table.name,
    TENANT: '3311',
    TOPIC_ARN: topicArn('city'),
    COUNTIES: counties.join(','),
  })
  const [city, ingest, receipts] = await Promise.all([
    import('../../functions/src/city/handler.ts'),
    import('../../functions/src/ingest/handler.ts'),
    import('../../functions/src/receipts/handler.ts'),
  ])
  await city.handler.loadAll()
  for (const kind of ['summary', 'entry', 'owed'])
    near.topic.subscribe({ filter: has({ kind }), consume: called(ingest.handler) })
  const handler = city.handler as ApiHandler
  return { api: { open: ['/openapi.json'], openBy: handler, protectedBy: handler }, receipts: called(receipts.handler) }
}

export const topicArn = (tenant: string) => `arn:aws:sns:us-east-1:000000000000:xieshang-${tenant}`
