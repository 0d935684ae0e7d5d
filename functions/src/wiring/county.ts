import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { openCountyStore, openTable } from '@xieshang/store'
import { environment } from './environment.ts'

/** The county that this function serves, from its environment. */
export function county() {
  const { TENANT: tenant, TABLE_NAME: tableName } = environment('TENANT', 'TABLE_NAME')
  const table = openTable(new DynamoDBClient(), tableName)
  return { tenant, table, store: openCountyStore(table) }
}
