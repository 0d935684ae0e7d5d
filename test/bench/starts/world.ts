import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { startDynamoDb } from '@xieshang/desk'
import { startCounty } from '../../../packages/store/test/county.ts'
import { createTestTable } from '../../../packages/store/test/table.ts'
import { startPlatform } from '../../functions/platform.ts'
import { startSns } from '../../functions/sns.ts'
import { seedPlaces } from '../../places.ts'

export const tenant = '331102'

/** Takes whatever it is told, as CloudFormation takes an answer. */
async function startListener() {
  const server = createServer((request, response) => {
    request.resume()
    request.once('end', () => response.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() }
}

/** A county and a city on the real engine, and what else their functions speak to: all that a function is to find. */
export async function startWorld() {
  const engine = await startDynamoDb()
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  const [county, city, sns, platform, listener] = await Promise.all([
    startCounty({ client }),
    createTestTable({ client }),
    startSns(),
    startPlatform(),
    startListener(),
  ])
  await seedPlaces(client, county.tableName, [tenant])
  await seedPlaces(client, city.tableName, [tenant])
  const everywhere = {
    LOG_LEVEL: 'error',
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_ENDPOINT_URL_SNS: sns.endpoint,
    AWS_ENDPOINT_URL_SQS: sns.endpoint,
    AWS_ENDPOINT_URL_KMS: county.kmsEndpoint,
    TOPIC_ARN: 'arn:aws:sns:us-east-1:000000000000:xieshang',
    QUEUE_URL: `${sns.endpoint}/queue`,
    PUBLIC_ORIGIN: 'https://xieshang.example',
    WECHAT_ENDPOINT: platform.endpoint,
    FRONT_SECRET: 'front',
    KEY_ARN: 'key',
    COUNTIES: tenant,
    SEALS_TABLE: county.sealTableName,
  }
  return {
    county,
    listener: listener.url,
    environment: {
      county: { ...everywhere, TENANT: tenant, TABLE_NAME: county.tableName },
      city: { ...everywhere, TENANT: '3311', TABLE_NAME: city.tableName },
    },
    async stop(): Promise<void> {
      county.stop()
      platform.stop()
      listener.stop()
      await sns.stop()
      client.destroy()
      await engine.stop()
    },
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>
