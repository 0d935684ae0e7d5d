import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'

import { CursorError, decodeCursor, encodeCursor } from './cursor.ts'
import { conditionInput, plain, updateInput } from './expressions.ts'
import type { Condition, Item, Key, Page, QueryOptions, Update, Write } from './items.ts'

const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException'

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Whether an update was made, and what stands instead. */
export type UpdateOutcome = { readonly done: true } | { readonly done: false; readonly item: Item | undefined }

/** The outcome of a transaction: done, or which of its writes were refused by their condition. */
export type TransactionOutcome = { readonly done: true } | { readonly done: false; readonly refused: readonly number[] }

/** Few verbs over one DynamoDB table with the keys PK and SK. It knows no item's meaning. */
export function openTable(client: DynamoDBClient, tableName: string) {
  const TableName = tableName
  const keyOf = ({ PK, SK }: Key) => marshall({ PK, SK })
  const item = (raw: Parameters<typeof unmarshall>[0] | undefined): Item | undefined =>
    raw === undefined ? undefined : (unmarshall(raw) as Item)

  const transactItem = (write: Write): TransactWriteItem => {
    if ('put' in write)
      return { Put: { TableName, Item: marshall(write.put, plain), ...conditionInput(write.condition) } }
    if ('update' in write)
      return { Update: { TableName, Key: keyOf(write.update), ...updateInput(write.update, write.condition) } }
    return { Delete: { TableName, Key: keyOf(write.delete), ...conditionInput(write.condition) } }
  }

  return {
    async get(key: Key, options: { eventually?: boolean } = {}): Promise<Item | undefined> {
      const { Item: raw } = await client.send(
        new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead: options.eventually !== true }),
      )
      return item(raw)
    },

    /** Up to 100 keys at once, in no particular order; what does not exist is left out. */
    async getMany(keys: readonly Key[]): Promise<Item[]> {
      const found: Item[] = []
      for (let at = 0; at < keys.length; at += 100) {
        let open = keys.slice(at, at + 100).map(keyOf)
        for (let attempt = 0; open.length > 0; attempt++) {
          if (attempt > 8) throw new Error('DynamoDB left keys unread')
          if (attempt > 0) await pause(2 ** attempt * 10 * Math.random())
          const answer = await client.send(
            new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: open, ConsistentRead: true } } }),
          )
          for (const raw of answer.Responses?.[TableName] ?? []) found.push(unmarshall(raw) as Item)
          open = answer.UnprocessedKeys?.[TableName]?.Keys?.map((key) => key as (typeof open)[number]) ?? []
        }
      }
      return found
    },

    /** One page of a partition, or of the index's; `cursor` goes on where a page ended. */
    async query(partition: string, options: QueryOptions = {}): Promise<Page> {
      const [pk, sk] = options.index === undefined ? ['PK', 'SK'] : ['GSI1PK', 'GSI1SK']
      const range =
        options.prefix !== undefined
          ? ' AND begins_with(#sk, :sk)'
          : options.until !== undefined
            ? ' AND #sk <= :sk'
            : options.after !== undefined
              ? ' AND #sk > :sk'
              : options.between !== undefined
                ? ' AND #sk BETWEEN :sk AND :to'
                : ''
      const bound = options.prefix ?? options.until ?? options.after ?? options.between?.[0]
      const to = options.between?.[1]
      const input: QueryCommandInput = {
        TableName,
        KeyConditionExpression: `#pk = :pk${range}`,
        ExpressionAttributeNames: { '#pk': pk ?? '', ...(bound !== undefined && { '#sk': sk ?? '' }) },
        ExpressionAttributeValues: marshall({
          ':pk': partition,
          ...(bound !== undefined && { ':sk': bound }),
          ...(to !== undefined && { ':to': to }),
        }),
        ConsistentRead: options.index === undefined && options.eventually !== true,
        ScanIndexForward: options.backwards !== true,
        ...(options.index !== undefined && { IndexName: options.index }),
        ...(options.limit !== undefined && { Limit: options.limit }),
        ...(options.keysOnly === true && { ProjectionExpression: 'PK, SK' }),
        ...(options.cursor !== undefined && { ExclusiveStartKey: marshall(decodeCursor(options.cursor)) }),
      }
      const answer = await client.send(new QueryCommand(input)).catch((error: unknown) => {
        const foreign = options.cursor !== undefined && error instanceof Error && error.name === 'ValidationException'
        throw foreign ? new CursorError('The cursor belongs to another list', { cause: error }) : error
      })
      return {
        items: (answer.Items ?? []).map((raw) => unmarshall(raw) as Item),
        ...(answer.LastEvaluatedKey !== undefined && { cursor: encodeCursor(unmarshall(answer.LastEvaluatedKey)) }),
      }
    },

    /** A page that is full while more follow, with a cursor only where something follows. */
    async page(partition: string, options: QueryOptions & { readonly limit: number }): Promise<Page> {
      const items: Item[] = []
      let { cursor } = options
      do {
        const left = options.limit + 1 - items.length
        const found: Page = await this.query(partition, {
          ...options,
          limit: left,
          ...(cursor !== undefined && { cursor }),
        })
        items.push(...found.items)
        cursor = found.cursor
      } while (cursor !== undefined && items.length <= options.limit)
      const kept = items.slice(0, options.limit)
      const last = kept.at(-1)
      if (items.length <= options.limit || last === undefined) return { items: kept }
      const names = options.index === undefined ? ['PK', 'SK'] : ['PK', 'SK', 'GSI1PK', 'GSI1SK']
      return { items: kept, cursor: encodeCursor(Object.fromEntries(names.map((name) => [name, last[name]]))) }
    },

    /** Every item of a partition, a page held at a time. */
    async *walk(partition: string, options: Omit<QueryOptions, 'cursor' | 'limit'> = {}): AsyncGenerator<Item> {
      let cursor: string | undefined
      do {
        const page: Page = await this.query(partition, { ...options, ...(cursor !== undefined && { cursor }) })
        yield* page.items
        cursor = page.cursor
      } while (cursor !== undefined)
    },

    /** Every item of a partition with the prefix, page by page. */
    async queryAll(partition: string, options: Omit<QueryOptions, 'cursor' | 'limit'> = {}): Promise<Item[]> {
      const items: Item[] = []
      let cursor: string | undefined
      do {
        const page: Page = await this.query(partition, { ...options, ...(cursor !== undefined && { cursor }) })
        items.push(...page.items)
        cursor = page.cursor
      } while (cursor !== undefined)
      return items
    },

    /** @returns whether the item was written; false when the condition refused it */
    async put(value: Item, condition?: Condition): Promise<boolean> {
      const input: PutItemCommandInput = { TableName, Item: marshall(value, plain), ...conditionInput(condition) }
      return client.send(new PutItemCommand(input)).then(() => true, refusedOrThrow)
    },

    /** @returns whether the item was changed; false when the condition refused it */
    async update(key: Key, update: Update, condition?: Condition): Promise<boolean> {
      const input: UpdateItemCommandInput = { TableName, Key: keyOf(key), ...updateInput(update, condition) }
      return client.send(new UpdateItemCommand(input)).then(() => true, refusedOrThrow)
    },

    /** The same; when the condition refused it, with the item as it stands, if there is one. It costs no read. */
    async updateOr(key: Key, update: Update, condition: Condition): Promise<UpdateOutcome> {
      const input: UpdateItemCommandInput = {
        TableName,
        Key: keyOf(key),
        ...updateInput(update, condition),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }
      try {
        await client.send(new UpdateItemCommand(input))
        return { done: true }
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        return { done: false, item: item(error.Item) }
      }
    },

    /** Takes an item away, whether it is there or not. */
    async delete(key: Key): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName, Key: keyOf(key) }))
    },

    /** Puts any number of items, 25 at a time, without a condition: only for items that may be written twice. */
    async putMany(values: readonly Item[]): Promise<void> {
      for (let at = 0; at < values.length; at += 25) {
        let open = values.slice(at, at + 25).map((value) => ({ PutRequest: { Item: marshall(value, plain) } }))
        for (let attempt = 0; open.length > 0; attempt++) {
          if (attempt > 8) throw new Error('DynamoDB left items unwritten')
          if (attempt > 0) await pause(2 ** attempt * 10 * Math.random())
          const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: open } }))
          open = (answer.UnprocessedItems?.[TableName] ?? []) as typeof open
        }
      }
    },

    /**
     * All of the writes or none. A conflict with another transaction is tried again a few times.
     * @param token makes a repeated call within ten minutes harmless
     */
    async transact(writes: readonly Write[], token?: string): Promise<TransactionOutcome> {
      for (let attempt = 1; ; attempt++) {
        try {
          await client.send(
            new TransactWriteItemsCommand({
              TransactItems: writes.map(transactItem),
              ...(token !== undefined && { ClientRequestToken: token }),
            }),
          )
          return { done: true }
        } catch (error) {
          if (!(error instanceof TransactionCanceledException)) throw error
          const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code)
          const refused = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []))
          if (refused.length > 0) return { done: false, refused }
          const passing = codes.some((code) => code === 'TransactionConflict' || code === 'ThrottlingError')
          if (!passing || attempt >= 8) throw error
          await pause(2 ** attempt * 5 * (0.5 + Math.random()))
        }
      }
    },
  }
}

function refusedOrThrow(error: unknown): false {
  if (isConditionFailure(error)) return false
  throw error
}

export type Table = ReturnType<typeof openTable>
