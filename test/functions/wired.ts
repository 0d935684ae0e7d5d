import { inject, vi } from 'vitest'
import { testClient } from '../../packages/store/test/table.ts'
import { seedPlaces } from '../places.ts'
import { called } from './called.ts'
import { channelHandlers } from './channels.ts'
import type { startSns } from './sns.ts'

export { queueOf, streamOf } from './events.ts'

const tenant = '331102'

type Endpoints = {
  readonly sns: Awaited<ReturnType<typeof startSns>>
  readonly kmsEndpoint: string
  readonly sealsName?: string
  /** Another address of the engine, for those who count its calls. */
  readonly dynamodb?: string
}

/** The county's handlers as Lambda would load them, with the environment that their template gives. */
export async function wireCounty(
  tableName: string,
  { sns, kmsEndpoint, sealsName = tableName, dynamodb = inject('dynamodb') }: Endpoints,
) {
  Object.assign(process.env, {
    TABLE_NAME: tableName,
    TENANT: tenant,
    SEALS_TABLE: sealsName,
    TOPIC_ARN: 'arn:aws:sns:us-east-1:000000000000:xieshang-331102',
    KEY_ARN: 'key',
    PUBLIC_ORIGIN: 'https://xieshang.example',
    LOG_LEVEL: 'error',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_SNS: sns.endpoint,
    AWS_ENDPOINT_URL_SQS: sns.endpoint,
    QUEUE_URL: `${sns.endpoint}/queue`,
    AWS_ENDPOINT_URL_KMS: kmsEndpoint,
    WECHAT_ENDPOINT: process.env.WECHAT_ENDPOINT ?? 'http://127.0.0.1:9',
  })
  await seedPlaces(testClient(), tableName, [tenant])
  vi.resetModules()
  const channels = await channelHandlers()
  const [relay, steps, tracking, clock, inbox, count] = await Promise.all([
    import('../../functions/src/relay/handler.ts'),
    import('../../functions/src/steps/handler.ts'),
    import('../../functions/src/tracking/handler.ts'),
    import('../../functions/src/clock/handler.ts'),
    import('../../functions/src/inbox/handler.ts'),
    import('../../functions/src/count/handler.ts'),
  ])
  return {
    relay: called(relay.handler),
    steps: called(steps.handler),
    tracking: called(tracking.handler),
    channels,
    sms: channels.sms,
    clock: () => called(clock.handler)({}),
    inbox: called(inbox.handler),
    wechat: channels.wechat,
    count: called(count.handler),
  }
}

export async function wireCity(tableName: string) {
  process.env.TABLE_NAME = tableName
  process.env.TENANT = '3311'
  process.env.TOPIC_ARN = 'arn:aws:sns:us-east-1:000000000000:xieshang-city'
  vi.resetModules()
  return called((await import('../../functions/src/ingest/handler.ts')).handler)
}

/** The city's function that reads what SNS says became of SMS. */
export async function wireReceipts() {
  vi.resetModules()
  return called((await import('../../functions/src/receipts/handler.ts')).handler)
}

/** What stands in a file that an operation answered. */
export function textIn(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'bytes' in answer && answer.bytes instanceof Uint8Array)
    return new TextDecoder().decode(answer.bytes)
  throw new Error('It answered no file')
}
