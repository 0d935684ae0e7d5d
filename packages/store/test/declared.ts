import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Key } from '../src/table/items.ts'
import { everyEntity } from './entities.ts'

type Keyed = Readonly<Record<string, AttributeValue>>
type Written = { readonly Item?: Keyed; readonly Key?: Keyed }
type Input = Written & {
  readonly TransactItems?: readonly { readonly Put?: Written; readonly Update?: Written }[]
  readonly RequestItems?: Readonly<Record<string, readonly { readonly PutRequest?: Written }[]>>
}

/** What a request puts or updates. */
function writesOf(command: string, input: Input): readonly (Written | undefined)[] {
  switch (command) {
    case 'PutItemCommand':
    case 'UpdateItemCommand':
      return [input]
    case 'TransactWriteItemsCommand':
      return (input.TransactItems ?? []).map(({ Put, Update }) => Put ?? Update)
    case 'BatchWriteItemCommand':
      return Object.values(input.RequestItems ?? {}).flatMap((requests) => requests.map((one) => one.PutRequest))
    default:
      return []
  }
}

function keysOf(command: string, input: Input): Key[] {
  return writesOf(command, input).flatMap((write) => {
    const { PK, SK } = write?.Item ?? write?.Key ?? {}
    return PK?.S === undefined || SK?.S === undefined ? [] : [{ PK: PK.S, SK: SK.S }]
  })
}

/** Nothing is written for which no entity is declared, in whatever test. */
export function refuseUndeclared(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next, context) => (args) => {
      for (const key of keysOf(String(context.commandName), args.input as Input))
        if (!everyEntity.some(({ parse }) => parse(key) !== undefined))
          throw new Error(`No entity is declared for ${key.PK} ${key.SK}`)
      return next(args)
    },
    { step: 'initialize', name: 'declared', override: true },
  )
}
