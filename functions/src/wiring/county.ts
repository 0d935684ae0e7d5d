import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { openCountyStore, openTable } from '@xieshang/store'
import { required } from './environment.ts'

/** The county that this function serves, from its environment. */
export function county() {
  const table = openTable(new DynamoDBClient(), required('TABLE_NAME'))
  return { tenant: required('TENANT'), table, store: openCountyStore(table) }
}
