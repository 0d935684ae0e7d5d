import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { CreateTopicCommand, PublishBatchCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccess } from '../src/access/access.ts'
import { engineCredentials } from '../src/engines/credentials.ts'
import { startDynamoDb } from '../src/engines/dynamodb.ts'
import { startFront } from '../src/engines/front.ts'
import { openKms } from '../src/engines/kms.ts'
import { startMessages } from '../src/engines/messages.ts'
import { openPassOn } from '../src/engines/passOn.ts'
import { openSettled, readOnce } from '../src/engines/settled.ts'
import { openCatalogue } from '../src/resources/context.ts'
import { openState } from '../src/state/state.ts'

const region = 'us-east-1'
const data = mkdtempSync(join(tmpdir(), 'desk-front-'))
const state = openState(data)
const credentials = engineCredentials(state)
const received: string[] = []
const kms = openKms(state, region, '000000000000')
const said: string[] = []

/** The front before the engines, a function that may read, and one that may write what begins with F. */
async function start() {
  const database = await startDynamoDb({ dataDir: data })
  const messages = await startMessages({ dataDir: join(data, 'messages'), region, credentials })
  const messagesEndpoint = `http://127.0.0.1:${messages.port}`
  const access = openAccess()
  const catalogue = openCatalogue({ region, account: '000000000000' })
  catalogue.tables.set('things', {
    arn: 'arn:things',
    hash: 'PK',
    indexes: new Map(),
    anyKey: { PK: { S: '-' }, SK: { S: '-' } },
  })
  const toDatabase = openPassOn(database.endpoint, { ...credentials, region })
  const toMessages = openPassOn(messagesEndpoint, { ...credentials, region })
  const front = await startFront({
    access,
    catalogue,
    database: toDatabase,
    messages: toMessages,
    kms,
    takeSms: (number, text) => `${received.push(`${number} ${text}`)}`,
    settled: openSettled(() => readOnce(toDatabase, catalogue)),
    written: () => undefined,
    failed: () => undefined,
    say: (line) => said.push(line),
  })
  access.grant('reader', [{ Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:Query'], Resource: 'arn:things' }])
  access.grant('writer', [
    {
      Effect: 'Allow',
      Action: 'dynamodb:PutItem',
      Resource: 'arn:things',
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'F#*' } },
    },
    { Effect: 'Allow', Action: 'sns:Publish', Resource: `arn:aws:sns:${region}:000000000000:said` },
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: `arn:aws:sqs:${region}:000000000000:heard` },
  ])
  access.grant('sender', [{ Effect: 'Allow', Action: 'sns:Publish', NotResource: 'arn:*' }])
  const common = { region, maxAttempts: 1 }
  const as = (role: string) => ({
    ...common,
    endpoint: front.endpoint,
    credentials: access.enrol({ name: `f-${role}`, role }),
  })
  return {
    database,
    as,
    front,
    own: { dynamodb: { ...common, endpoint: database.endpoint, credentials } },
    messages: { ...common, endpoint: messagesEndpoint, credentials },
    stop: async () => {
      toDatabase.stop()
      toMessages.stop()
      await front.stop()
      await messages.stop()
      await database.stop()
    },
  }
}

let running: Awaited<ReturnType<typeof start>>
const thing = (PK: string) => ({ TableName: 'things', Item: { PK: { S: PK }, SK: { S: 'x' } } })

beforeAll(async () => {
  running = await start()
  await new DynamoDBClient(running.own.dynamodb).send(
    new CreateTableCommand({
      TableName: 'things',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'PK', AttributeType: 'S' },
        { AttributeName: 'SK', AttributeType: 'S' },
      ],
    }),
  )
  await new SNSClient(running.messages).send(new CreateTopicCommand({ Name: 'said' }))
  await new SQSClient(running.messages).send(new CreateQueueCommand({ QueueName: 'heard' }))
})

afterAll(async () => {
  await running.stop()
  state.close()
  rmSync(data, { recursive: true })
})

describe('a function', () => {
  it('may do what its role allows, and hears of AWS’s own refusal otherwise', async () => {
    const writer = new DynamoDBClient(running.as('writer'))
    const reader = new DynamoDBClient(running.as('reader'))
    await writer.send(new PutItemCommand(thing('F#1')))
    const query = {
      TableName: 'things',
      KeyConditionExpression: 'PK = :p',
      ExpressionAttributeValues: { ':p': { S: 'F#1' } },
    }
    expect((await reader.send(new QueryCommand(query))).Items).toHaveLength(1)
    await expect(writer.send(new PutItemCommand(thing('C#1')))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(/writer.*not authorized to perform: dynamodb:PutItem on resource: arn:things/),
    })
    await expect(writer.send(new QueryCommand(query))).rejects.toMatchObject({ name: 'AccessDeniedException' })
    await expect(reader.send(new PutItemCommand(thing('F#2')))).rejects.toMatchObject({ name: 'AccessDeniedException' })
    const mixed = [{ Put: thing('F#3') }, { Put: thing('C#3') }]
    await expect(writer.send(new TransactWriteItemsCommand({ TransactItems: mixed }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    })
    expect(said.some((line) => /f-writer.*dynamodb:PutItem.*not allowed by its role/.test(line))).toBe(true)
  })

  it('without a key of this run may nothing', async () => {
    const stranger = { ...running.as('writer'), credentials: { accessKeyId: 'desk', secretAccessKey: 'desk' } }
    await expect(new DynamoDBClient(stranger).send(new PutItemCommand(thing('F#1')))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    })
  })

  it('publishes where it may, and no more than AWS takes at once', async () => {
    const TopicArn = `arn:aws:sns:${region}:000000000000:said`
    const writer = new SNSClient(running.as('writer'))
    const sender = new SNSClient(running.as('sender'))
    const entries = (size: number) =>
      Array.from({ length: 10 }, (_, index) => ({ Id: String(index), Message: 'x'.repeat(size) }))
    await writer.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries: entries(25_000) }))
    await expect(
      writer.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries: entries(27_000) })),
    ).rejects.toMatchObject({ name: /BatchRequestTooLong/ })
    await expect(sender.send(new PublishCommand({ TopicArn, Message: 'x' }))).rejects.toMatchObject({
      name: /AuthorizationError/,
    })
    await sender.send(new PublishCommand({ PhoneNumber: '+8613800000000', Message: '您好' }))
    expect(received).toEqual(['+8613800000000 您好'])
    await expect(
      writer.send(new PublishCommand({ PhoneNumber: '+8613800000000', Message: 'x' })),
    ).rejects.toMatchObject({ name: /AuthorizationError/ })
    // The SDK calls the host of the queue's address.
    const queue = { QueueUrl: `${running.front.endpoint}/000000000000/heard` }
    const { endpoint: _front, ...anywhere } = running.as('writer')
    const toQueue = new SQSClient(anywhere)
    await toQueue.send(new SendMessageCommand({ ...queue, MessageBody: 'x'.repeat(262_000) }))
    await expect(toQueue.send(new SendMessageCommand({ ...queue, MessageBody: 'x'.repeat(262_145) }))).rejects.toThrow(
      /262144/,
    )
    await expect(
      new SQSClient(running.as('sender')).send(new SendMessageCommand({ ...queue, MessageBody: 'x' })),
    ).rejects.toMatchObject({ name: /AccessDenied/ })
  })
})

describe('a transaction that was answered', () => {
  it('is there after the engine was killed at once, twenty times', async () => {
    const lost: string[] = []
    for (let round = 0; round < 20; round++) {
      const writer = new DynamoDBClient(running.as('writer'))
      const names = Array.from({ length: 5 }, (_, index) => `F#${round}-${index}`)
      const answered = await Promise.all(
        names.map((name) =>
          writer.send(
            new TransactWriteItemsCommand({ TransactItems: [{ Put: thing(name) }, { Put: thing(`${name}b`) }] }),
          ),
        ),
      )
      process.kill(Number(readFileSync(join(data, 'dynamodb.pid'), 'utf8')), 'SIGKILL')
      expect(answered).toHaveLength(5)
      await running.stop()
      running = await start()
      const reader = new DynamoDBClient(running.as('reader'))
      for (const name of names) {
        const { Item } = await reader.send(
          new GetItemCommand({ TableName: 'things', Key: { PK: { S: name }, SK: { S: 'x' } } }),
        )
        if (Item === undefined) lost.push(name)
      }
    }
    expect(lost).toEqual([])
  }, 240_000)
})
