import type { AttributeValue, DynamoDBClient, TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb'

export type Units = { readonly read: number; readonly write: number }

type Answer = { ConsumedCapacity?: Capacity | Capacity[] }
type Capacity = { CapacityUnits?: number }

const reads: readonly string[] = ['GetItemCommand', 'BatchGetItemCommand', 'QueryCommand']
const bytes = (text: string) => Buffer.byteLength(text)

/** Size of a value as DynamoDB counts it. */
function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S)
  if (value.N !== undefined) return Math.ceil(value.N.replace(/^-|\./g, '').replace(/^0+|0+$/g, '').length / 2) + 1
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1
  if (value.L !== undefined) return 3 + value.L.reduce((sum, one) => sum + 1 + sizeOf(one), 0)
  if (value.M !== undefined)
    return 3 + Object.entries(value.M).reduce((sum, [name, one]) => sum + 1 + bytes(name) + sizeOf(one), 0)
  throw new Error('A kind of value that this table does not hold')
}

type Attributes = Record<string, AttributeValue>

const itemSize = (item: Attributes) =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + sizeOf(value), 0)
const kilobytes = (size: number) => Math.ceil(size / 1024)

/** What stands in the index of an item: its keys and its card. */
const projected = (item: Attributes): Attributes =>
  Object.fromEntries(Object.entries(item).filter(([name]) => ['PK', 'SK', 'GSI1PK', 'GSI1SK', 'card'].includes(name)))

/**
 * Units of a transaction after DynamoDB's own rule: twice the kilobytes of each item, once those of an index entry that
 * changes. DynamoDB Local overcounts here, so the items are measured.
 */
function transactionUnits(input: TransactWriteItemsCommandInput): number {
  return (input.TransactItems ?? []).reduce((sum, { Put, Delete, Update, ConditionCheck }) => {
    if (Update !== undefined || ConditionCheck !== undefined) throw new Error('Only puts and deletes are measured here')
    if (Delete !== undefined) return sum + 2
    const item = Put?.Item ?? {}
    const index = item.GSI1PK === undefined ? 0 : kilobytes(itemSize(projected(item)))
    return sum + 2 * kilobytes(itemSize(item)) + index
  }, 0)
}

/** Counts the capacity that requests of a client consume. */
export function meter(client: DynamoDBClient) {
  let read = 0
  let write = 0
  const count = () =>
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const command = String(context.commandName)
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' }
        const result = await next({ ...args, input })
        if (command === 'TransactWriteItemsCommand') {
          write += transactionUnits(args.input as TransactWriteItemsCommandInput)
          return result
        }
        const { ConsumedCapacity } = result.output as Answer
        const units = [ConsumedCapacity ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0)
        if (reads.includes(command)) read += units
        else write += units
        return result
      },
      { step: 'initialize', name: 'meter', override: true },
    )
  return {
    /** Units of a step, and of nothing before or behind it. */
    async of(step: () => Promise<unknown>): Promise<Units> {
      read = 0
      write = 0
      count()
      await step().finally(() => client.middlewareStack.remove('meter'))
      return { read, write }
    },
  }
}

/** How often each command is sent to the engine in a step. */
export async function callsOf(client: DynamoDBClient, step: () => Promise<unknown>): Promise<Record<string, number>> {
  const calls: Record<string, number> = {}
  client.middlewareStack.add(
    (next, context) => (args) => {
      const command = String(context.commandName)
      calls[command] = (calls[command] ?? 0) + 1
      return next(args)
    },
    { step: 'initialize', name: 'calls', override: true },
  )
  await step().finally(() => client.middlewareStack.remove('calls'))
  return calls
}
