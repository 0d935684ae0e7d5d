import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { type Ask, owedSchema, sharedEntrySchema, summarySchema, unknownSchema } from '@xieshang/rules'
import { openCityStore, openTable } from '@xieshang/store'
import { environment } from '../wiring/environment.ts'
import { logOf } from '../wiring/log.ts'
import { queueFunction } from '../wiring/queue.ts'

const sns = new SNSClient()
const { TABLE_NAME: tableName, TOPIC_ARN: topicArn } = environment('TABLE_NAME', 'TOPIC_ARN')

/** Each county listens on the city's topic for what is meant for it. */
async function asking(ask: Ask): Promise<void> {
  const county = { DataType: 'String', StringValue: ask.county }
  await sns.send(
    new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(ask), MessageAttributes: { county } }),
  )
}

const store = openCityStore(openTable(new DynamoDBClient(), tableName), asking)

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
