import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestTable } from '../../test/table.ts'
import type { Table } from './table.ts'

type Answer = { readonly output: Record<string, unknown> }
type Args = { readonly input: Record<string, unknown> }
/** Stands between the table and the engine on calls of one operation. */
type Between = (args: Args, pass: (args: Args) => Promise<Answer>) => Promise<Answer>

let table: Table
let tableName: string
let client: DynamoDBClient
let calls: number

beforeEach(async () => {
  calls = 0
  const made = await createTestTable({ anything: true })
  table = made.table
  tableName = made.tableName
  client = made.client
})

function between(command: string, what: Between): void {
  const middleware =
    (next: (args: never) => Promise<unknown>, context: { readonly commandName?: string }) => (args: never) => {
      if (context.commandName !== command) return next(args)
      calls++
      return what(args, (given) => next(given as never) as Promise<Answer>)
    }
  client.middlewareStack.add(middleware as never, { step: 'initialize', name: 'between', override: true })
}

const items = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ PK: 'P', SK: String(index).padStart(3, '0'), n: index }))
const kept = async () => (await table.queryAll('P')).map(({ n }) => n)
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('an engine that takes only part of what it is given', () => {
  it('is given the rest again until everything is written', async () => {
    between('BatchWriteItemCommand', async (args, pass) => {
      const all = (args.input.RequestItems as Record<string, unknown[]>)[tableName] ?? []
      const { output } = await pass({ input: { RequestItems: { [tableName]: all.slice(0, 10) } } })
      const left = all.slice(10)
      return { output: { ...output, UnprocessedItems: left.length === 0 ? {} : { [tableName]: left } } }
    })
    await table.putMany(items(30))
    expect(await kept()).toEqual(numbers(30))
    expect(calls).toBe(4)
  })

  it('is asked for the rest again until everything is read', async () => {
    await table.putMany(items(30))
    between('BatchGetItemCommand', async (args, pass) => {
      const { Keys } = (args.input.RequestItems as Record<string, { Keys: unknown[] }>)[tableName] ?? { Keys: [] }
      const asked = { Keys: Keys.slice(0, 12), ConsistentRead: true }
      const { output } = await pass({ input: { RequestItems: { [tableName]: asked } } })
      const left = Keys.slice(12)
      return { output: { ...output, UnprocessedKeys: left.length === 0 ? {} : { [tableName]: { Keys: left } } } }
    })
    const found = await table.getMany(items(30))
    expect(found.map(({ n }) => Number(n)).toSorted((a, b) => a - b)).toEqual(numbers(30))
    expect(calls).toBe(3)
  })

  it('that takes nothing at all is an error, and not silence', async () => {
    between('BatchWriteItemCommand', async ({ input }) => ({ output: { UnprocessedItems: input.RequestItems } }))
    await expect(table.putMany(items(1))).rejects.toThrow('unwritten')
    between('BatchGetItemCommand', async ({ input }) => ({ output: { UnprocessedKeys: input.RequestItems } }))
    await expect(table.getMany(items(1))).rejects.toThrow('unread')
  }, 40_000)
})

describe('a transaction that met another', () => {
  const cancelled = (...codes: string[]) =>
    new TransactionCanceledException({
      message: 'cancelled',
      $metadata: {},
      CancellationReasons: codes.map((Code) => ({ Code })),
    })

  it.each(['TransactionConflict', 'ThrottlingError'])('%s is tried again, and done once', async (code) => {
    between('TransactWriteItemsCommand', async (args, pass) => {
      if (calls <= 3) throw cancelled('None', code)
      return pass(args)
    })
    const outcome = await table.transact([
      { put: { PK: 'P', SK: '000', n: 0 } },
      { update: { PK: 'P', SK: '001', add: { n: 1 } } },
    ])
    expect([outcome, calls, await kept()]).toEqual([{ done: true }, 4, [0, 1]])
  })

  it('is not tried again when a condition refused it, or for ever', async () => {
    between('TransactWriteItemsCommand', async () => {
      throw cancelled('TransactionConflict', 'ConditionalCheckFailed')
    })
    const write = [{ put: { PK: 'P', SK: '000' } }]
    expect([await table.transact(write), calls]).toEqual([{ done: false, refused: [1] }, 1])
    between('TransactWriteItemsCommand', async () => {
      throw cancelled('TransactionConflict')
    })
    await expect(table.transact(write)).rejects.toThrow('cancelled')
    expect(calls).toBe(9)
  }, 40_000)
})
