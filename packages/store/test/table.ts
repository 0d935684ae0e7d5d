import { randomUUID } from 'node:crypto'
import { CreateTableCommand, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { inject } from 'vitest'
import type { Item } from '../src/table/items.ts'
import { openTable } from '../src/table/table.ts'
import { refuseUndeclared } from './declared.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Endpoint of the DynamoDB engine that the run started. */
    dynamodb: string
  }
}

const keySchema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

/** A client of the engine under test. */
export const testClient = () =>
  new DynamoDBClient({
    endpoint: inject('dynamodb'),
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })

type TableOptions = {
  /** Whether what is no entity may be written. */
  readonly anything?: boolean
  /** Of another engine than that of the run. */
  readonly client?: DynamoDBClient
}

/** A new table of the shape that county and city share. */
export async function createTestTable({ anything = false, client = testClient() }: TableOptions = {}) {
  if (!anything) refuseUndeclared(client)
  const TableName = `test-${randomUUID()}`
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['PK', 'SK', 'GSI1PK', 'GSI1SK'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      KeySchema: keySchema('PK', 'SK'),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'GSI1',
          KeySchema: keySchema('GSI1PK', 'GSI1SK'),
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['card'] },
        },
      ],
    }),
  )
  return { client, tableName: TableName, table: openTable(client, TableName) }
}

/** Everything a table holds. */
export async function rowsOf(client: DynamoDBClient, TableName: string): Promise<Item[]> {
  const rows: Item[] = []
  for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true }))
    rows.push(...(page.Items ?? []).map((item) => unmarshall(item) as Item))
  return rows
}
