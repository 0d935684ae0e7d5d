import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { openSeals, openTable } from '@xieshang/store'
import { environment } from './environment.ts'

/** The keys of secret rounds, in their own table: whoever opens a round adds one, and only who counts reads them. */
export const withSeals = () => openSeals(openTable(new DynamoDBClient(), environment('SEALS_TABLE').SEALS_TABLE))
