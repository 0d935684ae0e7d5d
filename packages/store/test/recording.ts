import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Item } from '../src/table/items.ts'

type Raw = Parameters<typeof unmarshall>[0]
type Written = { readonly Item?: Raw }
type Requested = readonly { readonly PutRequest?: Written }[] & { readonly Keys?: readonly Raw[] }
type Input = Written & {
  readonly Key?: Raw
  readonly TransactItems?: readonly { readonly Put?: Written }[]
  readonly RequestItems?: Readonly<Record<string, Requested>>
}

const nobody: DynamoDBClientConfig = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
}

const said = (value: unknown): string =>
  value instanceof Uint8Array ? `${value.length} bytes` : typeof value === 'string' ? value : JSON.stringify(value)

/** An item as a line: its key, and its attributes in the order of their names. */
const lineOf = ({ PK, SK, ...rest }: Item): string =>
  [
    PK,
    SK,
    ...Object.keys(rest)
      .sort()
      .map((name) => `${name}=${said(rest[name])}`),
  ].join(' | ')

/** A client of no engine: it takes note of every item that is put, and finds those that are put in beforehand. */
export function recordingClient() {
  const client = new DynamoDBClient(nobody)
  const lines: string[] = []
  const there = new Map<string, Item>()
  const take = (write: Written | undefined) => {
    if (write?.Item !== undefined) lines.push(lineOf(unmarshall(write.Item) as Item))
  }
  const found = (key: Raw | undefined): Raw[] => {
    const { PK, SK } = key === undefined ? {} : unmarshall(key)
    const item = there.get(`${PK}|${SK}`)
    return item === undefined ? [] : [marshall(item)]
  }
  client.middlewareStack.add(
    (_next, context) => async (args) => {
      const input = args.input as Input
      const output: Record<string, unknown> = { $metadata: {} }
      take(input)
      for (const { Put } of input.TransactItems ?? []) take(Put)
      if (context.commandName === 'BatchWriteItemCommand')
        for (const request of Object.values(input.RequestItems ?? {}).flat()) take(request.PutRequest)
      if (context.commandName === 'GetItemCommand') output.Item = found(input.Key)[0]
      if (context.commandName === 'BatchGetItemCommand')
        output.Responses = Object.fromEntries(
          Object.entries(input.RequestItems ?? {}).map(([name, { Keys = [] }]) => [name, Keys.flatMap(found)]),
        )
      return { output: output as never, response: undefined }
    },
    { step: 'initialize', name: 'recording', override: true },
  )
  return { client, lines, put: (item: Item) => there.set(`${item.PK}|${item.SK}`, item) }
}
