import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { PlaceCode } from '@xieshang/kernel'
import { type CityStore, openCityStore, openTable } from '@xieshang/store'
import { environment } from '../wiring/environment.ts'

/** What the city's function serves. */
export type City = { readonly tenant: PlaceCode; readonly store: CityStore }

/** The city of this function, by its environment. */
export function city(): City {
  const { TENANT: tenant, TABLE_NAME: tableName } = environment('TENANT', 'TABLE_NAME')
  return { tenant, store: openCityStore(openTable(new DynamoDBClient(), tableName)) }
}
