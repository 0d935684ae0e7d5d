type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

const single = new Set(['PutItem', 'UpdateItem', 'DeleteItem'])

/** Names of the tables that a request to the database writes to. */
export function tablesWritten(operation: string, body: Json): string[] {
  if (single.has(operation)) return [String(body.TableName)]
  if (operation === 'BatchWriteItem' && isObject(body.RequestItems)) return Object.keys(body.RequestItems)
  if (operation !== 'TransactWriteItems' || !Array.isArray(body.TransactItems)) return []
  const items: readonly unknown[] = body.TransactItems
  const tables = items.flatMap((item) =>
    isObject(item) ? Object.values(item).flatMap((one) => (isObject(one) ? [String(one.TableName)] : [])) : [],
  )
  return [...new Set(tables)]
}
