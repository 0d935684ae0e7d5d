import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { owedSchema, sharedEntrySchema, summarySchema, unknownSchema } from '@xieshang/rules'
import { openCityStore, openTable } from '@xieshang/store'
import { cityTopic } from '../wiring/cityTopic.ts'
import { environment } from '../wiring/environment.ts'
import { logOf } from '../wiring/log.ts'
import { queueFunction } from '../wiring/queue.ts'

const { TABLE_NAME: tableName } = environment('TABLE_NAME')
const tell = cityTopic()
const store = openCityStore(openTable(new DynamoDBClient(), tableName), (ask) => tell(ask.county, ask))

const has = (message: unknown, name: string): boolean =>
  typeof message === 'object' && message !== null && name in message

function take(message: unknown): Promise<unknown> {
  if (has(message, 'entry')) return store.applyEntry(sharedEntrySchema.parse(message))
  if (has(message, 'owner')) return store.applyOwed(owedSchema.parse(message))
  if (has(message, 'unknown')) return store.applyUnknown(unknownSchema.parse(message))
  return store.applySummary(summarySchema.parse(message))
}

/** Takes in the counties' summaries, what they share and what is owed there, one after another. */
export const handler = queueFunction(logOf('ingest'), async ({ body }) => take(JSON.parse(body)))
