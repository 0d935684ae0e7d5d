import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'

/** A table of which items vanish when the seconds in an attribute are past. */
export type Expiring = { readonly table: string; readonly attribute: string; readonly keys: readonly string[] }

/** Time to live by the desk's clock: the engine knows only the machine's. @returns how many items went */
export async function sweep(
  client: DynamoDBClient,
  { table, attribute, keys }: Expiring,
  now: number,
): Promise<number> {
  const names = { '#expires': attribute, ...Object.fromEntries(keys.map((key, index) => [`#key${index}`, key])) }
  const past = { ':now': { N: String(Math.floor(now / 1000)) }, ':number': { S: 'N' } }
  const isPast = 'attribute_type(#expires, :number) AND #expires < :now'
  let from: Record<string, AttributeValue> | undefined
  let gone = 0
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: isPast,
        ProjectionExpression: keys.map((_, index) => `#key${index}`).join(', '),
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: past,
        ExclusiveStartKey: from,
      }),
    )
    for (const Key of Items)
      try {
        await client.send(
          new DeleteItemCommand({
            TableName: table,
            Key,
            ConditionExpression: isPast,
            ExpressionAttributeNames: { '#expires': attribute },
            ExpressionAttributeValues: past,
          }),
        )
        gone++
      } catch (error) {
        // It was given more time in between.
        if (!(error instanceof ConditionalCheckFailedException)) throw error
      }
    from = LastEvaluatedKey
  } while (from !== undefined)
  return gone
}
