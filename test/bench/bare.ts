import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateTableCommand, DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { startDynamoDb } from '@xieshang/desk'

/**
 * The engine alone: an item for each voter on disk, and for each ballot the conditional update that the product makes,
 * through the same client.
 */
export async function startBare() {
  const data = await mkdtemp(join(tmpdir(), 'xieshang-bare-'))
  const engine = await startDynamoDb({ dataDir: data })
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    maxAttempts: 1,
  })
  const TableName = 'ballots'
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['PK', 'SK'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  )
  const keyOf = (voter: number, round: number) => ({ PK: { S: `LINK#${voter}` }, SK: { S: `ROUND#${round}` } })
  return {
    async open(round: number, voters: readonly number[]): Promise<void> {
      for (const voter of voters)
        await client.send(
          new PutItemCommand({ TableName, Item: { ...keyOf(voter, round), status: { S: 'open' }, shape: { S: '1' } } }),
        )
    },
    /** @returns milliseconds until the engine answered */
    async cast(round: number, voter: number): Promise<number> {
      const from = performance.now()
      await client.send(
        new UpdateItemCommand({
          TableName,
          Key: keyOf(voter, round),
          UpdateExpression: 'SET #status = :cast, choices = :choices, #at = :at, #key = :key',
          ConditionExpression: '#status = :open AND shape = :shape',
          ExpressionAttributeNames: { '#status': 'status', '#at': 'at', '#key': 'key' },
          ExpressionAttributeValues: {
            ':cast': { S: 'cast' },
            ':open': { S: 'open' },
            ':shape': { S: '1' },
            ':choices': { S: 'y' },
            ':at': { S: new Date().toISOString() },
            ':key': { S: 'k'.repeat(36) },
          },
        }),
      )
      return performance.now() - from
    },
    async stop(): Promise<void> {
      client.destroy()
      await engine.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
