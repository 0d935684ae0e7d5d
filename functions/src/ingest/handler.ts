import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { owedSchema, summarySchema, unknownSchema } from '@xieshang/rules'
import { applyOwed, openCitySummaries, openTable } from '@xieshang/store'
import { cityTopic } from '../wiring/cityTopic.ts'
import { environment } from '../wiring/environment.ts'
import { logOf } from '../wiring/log.ts'
import { queueFunction } from '../wiring/queue.ts'

const { TABLE_NAME: tableName } = environment('TABLE_NAME')
const tell = cityTopic()
const table = openTable(new DynamoDBClient(), tableName)
const summaries = openCitySummaries(table, (ask) => tell(ask.county, ask))

const has = (message: unknown, name: string): boolean =>
  typeof message === 'object' && message !== null && name in message

async function take(message: unknown): Promise<unknown> {
  if (has(message, 'entry')) {
    // Most messages are summaries, which need no register.
    const { takeEntry } = await import('./entry.ts')
    return takeEntry(table, message)
  }
  if (has(message, 'owner')) return applyOwed(table, owedSchema.parse(message))
  if (has(message, 'unknown')) return summaries.applyUnknown(unknownSchema.parse(message))
  return summaries.applySummary(summarySchema.parse(message))
}

/** Takes in the counties' summaries, what they share and what is owed there, one after another. */
export const handler = queueFunction(logOf('ingest'), async ({ body }) => take(JSON.parse(body)))
