import { randomUUID } from 'node:crypto'
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams'

/** A table as the templates define it, with its stream. */
export async function createTable(client: DynamoDBClient, name: string) {
  const TableName = `${name}-${randomUUID()}`
  const key = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ]
  const { TableDescription } = await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['PK', 'SK', 'GSI1PK', 'GSI1SK'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      KeySchema: key('PK', 'SK'),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'GSI1',
          KeySchema: key('GSI1PK', 'GSI1SK'),
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['card'] },
        },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  )
  return { name: TableName, streamArn: TableDescription?.LatestStreamArn ?? '' }
}

/** Reads a stream from its beginning, each record once. A table this small has one shard. */
export function openStream(endpoint: string, streamArn: string) {
  const client = new DynamoDBStreamsClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  let iterator: string | undefined
  let last: string | undefined

  async function start(): Promise<string | undefined> {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }))
    const [shard] = StreamDescription?.Shards ?? []
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shard?.ShardId,
        ...(last === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: last }),
      }),
    )
    return ShardIterator
  }

  return async (): Promise<StreamRecord[]> => {
    iterator ??= await start()
    try {
      const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 100 }))
      iterator = answer.NextShardIterator
      last = answer.Records?.at(-1)?.dynamodb?.SequenceNumber ?? last
      return answer.Records ?? []
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TrimmedDataAccessException') throw error
      // The engine forgot where an iterator stood that found nothing for a while: go on after the last record.
      iterator = undefined
      return []
    }
  }
}
