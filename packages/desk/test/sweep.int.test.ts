import { randomUUID } from 'node:crypto'
import { CreateTableCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { expect, inject, it } from 'vitest'
import { sweep } from '../src/clock/sweep.ts'

const client = new DynamoDBClient({
  endpoint: inject('dynamodb'),
  region: 'us-east-1',
  credentials: { accessKeyId: 'sweep', secretAccessKey: 'test' },
})

it('items vanish when their time is past by the clock that is given, and what has no time stays', async () => {
  const table = `sweep-${randomUUID()}`
  await client.send(
    new CreateTableCommand({
      TableName: table,
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
  const put = (sort: string, expiresAt?: { N: string } | { S: string }) =>
    client.send(
      new PutItemCommand({
        TableName: table,
        Item: { PK: { S: 'one' }, SK: { S: sort }, ...(expiresAt !== undefined && { expiresAt }) },
      }),
    )
  await put('always')
  await put('a word is no time', { S: '1' })
  await put('soon', { N: '1000' })
  await put('later', { N: '2000' })
  const left = async () => (await client.send(new ScanCommand({ TableName: table }))).Items?.map(({ SK }) => SK?.S)
  const expiring = { table, attribute: 'expiresAt', keys: ['PK', 'SK'] }
  expect(await sweep(client, expiring, 1_000_000)).toBe(0)
  expect(await sweep(client, expiring, 1_001_000)).toBe(1)
  expect(await left()).toEqual(['a word is no time', 'always', 'later'])
  expect(await sweep(client, expiring, 3_000_000)).toBe(1)
  expect(await left()).toEqual(['a word is no time', 'always'])
})
