import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { linesFor } from '@xieshang/divisions'
import { placeCodeOf } from '@xieshang/kernel'
import { keepPlaces, openTable } from '@xieshang/store'

/** Writes the places of some counties into a table, as a deployment does. */
export async function seedPlaces(
  client: DynamoDBClient,
  tableName: string,
  counties: readonly string[],
): Promise<void> {
  const table = openTable(client, tableName)
  for (const county of counties) await keepPlaces(table, placeCodeOf(county), linesFor(county))
}
