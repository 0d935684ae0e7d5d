import { type AttributeValue, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

const client = new DynamoDBClient()

/** What every function that reads a table pays at its start: the client, and one read. */
export const handler = (key: Record<string, AttributeValue>) =>
  client.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: key }))
