import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { openTable } from '@xieshang/store'
import { environment } from '../wiring/environment.ts'

/** The city of a function, by its environment, and its table, of which it opens the parts that it needs. */
export function city() {
  const { TENANT: tenant, TABLE_NAME: tableName } = environment('TENANT', 'TABLE_NAME')
  return { tenant, table: openTable(new DynamoDBClient(), tableName) }
}
