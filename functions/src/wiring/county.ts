import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { openTable } from '@xieshang/store'
import { environment } from './environment.ts'

/** Which county a function serves, and its table, of which it opens the rooms that it needs. */
export function county() {
  const { TENANT: tenant, TABLE_NAME: tableName } = environment('TENANT', 'TABLE_NAME')
  return { tenant, table: openTable(new DynamoDBClient(), tableName) }
}
