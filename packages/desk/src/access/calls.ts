import type { Call } from './policy.ts'

/** What the desk must know of resources to say what a request asks for. */
export type Catalogue = {
  readonly tables: ReadonlyMap<string, TableKeys>
  /** The key under which a table, queue or topic lies, by its ARN. */
  readonly keys: ReadonlyMap<string, string>
  readonly arn: (service: string, rest: string) => string
}

export type TableKeys = {
  readonly arn: string
  readonly hash: string
  /** The partition key of each index. */
  readonly indexes: ReadonlyMap<string, string>
  /** A whole key, of whatever item. */
  readonly anyKey: Readonly<Record<string, unknown>>
}

type Json = Readonly<Record<string, unknown>>
const json = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const array = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A key's value as `dynamodb:LeadingKeys` has it. */
const keyText = (value: unknown): string => String(Object.values(json(value))[0] ?? '')

/** The values that a key condition gives to an attribute. */
function leadingKeys(hash: string, body: Json): string[] {
  const names = json(body.ExpressionAttributeNames)
  const values = json(body.ExpressionAttributeValues)
  const equals = String(body.KeyConditionExpression ?? '').matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g)
  return [...equals].flatMap(([, name = '', value = '']) =>
    (names[name] ?? name) === hash ? [keyText(values[value])] : [],
  )
}

function tableOf(name: unknown, catalogue: Catalogue): TableKeys {
  const table = String(name).split('/').at(-1) ?? ''
  return (
    catalogue.tables.get(table) ?? {
      arn: catalogue.arn('dynamodb', `table/${table}`),
      hash: '',
      indexes: new Map(),
      anyKey: {},
    }
  )
}

const one = (action: string, table: TableKeys, keys: readonly string[], index?: string): Call => ({
  action: `dynamodb:${action}`,
  resource: index === undefined ? table.arn : `${table.arn}/index/${index}`,
  context: keys.length === 0 ? {} : { 'dynamodb:LeadingKeys': keys },
})

function batch(
  action: string,
  body: Json,
  catalogue: Catalogue,
  keyOf: (entry: Json, hash: string) => unknown,
): Call[] {
  return Object.entries(json(body.RequestItems)).map(([name, entries]) => {
    const table = tableOf(name, catalogue)
    const items = Array.isArray(entries) ? entries : array(json(entries).Keys)
    return one(
      action,
      table,
      items.map((entry) => keyText(keyOf(json(entry), table.hash))),
    )
  })
}

/** Each kind of a transaction's items is an action of its own. */
function transaction(body: Json, catalogue: Catalogue): Call[] {
  return array(body.TransactItems).flatMap((item) =>
    Object.entries(json(item)).map(([kind, given]) => {
      const table = tableOf(json(given).TableName, catalogue)
      const key = json(json(given).Item ?? json(given).Key)[table.hash]
      return one(kind === 'ConditionCheck' ? 'ConditionCheckItem' : `${kind}Item`, table, [keyText(key)])
    }),
  )
}

/** What a request to DynamoDB asks for. */
function dynamodb(operation: string, body: Json, catalogue: Catalogue): Call[] {
  switch (operation) {
    case 'BatchGetItem':
      return batch(operation, body, catalogue, (entry, hash) => entry[hash])
    case 'BatchWriteItem':
      return batch(operation, body, catalogue, (entry, hash) => {
        const { PutRequest, DeleteRequest } = entry
        return json(json(PutRequest).Item ?? json(DeleteRequest).Key)[hash]
      })
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return transaction(body, catalogue)
    default: {
      const table = tableOf(body.TableName, catalogue)
      const index = body.IndexName === undefined ? undefined : String(body.IndexName)
      const hash = index === undefined ? table.hash : (table.indexes.get(index) ?? '')
      const key = json(body.Item ?? body.Key)[table.hash]
      return [one(operation, table, key === undefined ? leadingKeys(hash, body) : [keyText(key)], index)]
    }
  }
}

function kms(operation: string, body: Json, catalogue: Catalogue): Call[] {
  // A sealed text begins with the id of the key that sealed it.
  const sealed = Buffer.from(String(body.CiphertextBlob ?? ''), 'base64')
    .subarray(0, 36)
    .toString('utf8')
  const id = body.KeyId === undefined ? sealed : (String(body.KeyId).split('/').at(-1) ?? '')
  const context = Object.entries(json(body.EncryptionContext)).map(([name, value]) => [
    `kms:EncryptionContext:${name}`,
    [String(value)],
  ])
  return [
    { action: `kms:${operation}`, resource: catalogue.arn('kms', `key/${id}`), context: Object.fromEntries(context) },
  ]
}

const batched = /Batch$/

function sqs(operation: string, body: Json, catalogue: Catalogue): Call[] {
  const name =
    body.QueueName ??
    String(body.QueueUrl ?? '')
      .split('/')
      .at(-1)
  const action = `sqs:${operation.replace(batched, '')}`
  return [{ action, resource: catalogue.arn('sqs', String(name)), context: {} }]
}

function sns(operation: string, body: Json): Call[] {
  const resource = String(body.TopicArn ?? body.TargetArn ?? body.PhoneNumber ?? '')
  return [{ action: `sns:${operation.replace(batched, '')}`, resource, context: {} }]
}

/** What the service does with the key of the resource, in the caller's name. */
const throughKey: Readonly<Record<string, readonly string[]>> = {
  dynamodb: ['kms:Decrypt'],
  'sqs:SendMessage': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'sqs:ReceiveMessage': ['kms:Decrypt'],
  'sns:Publish': ['kms:GenerateDataKey', 'kms:Decrypt'],
}

/** The calls that a service makes to the key of a resource that lies under one. */
export function callsThrough({ action, resource }: Call, catalogue: Catalogue): Call[] {
  const [service = ''] = action.split(':')
  const key = catalogue.keys.get(resource.split('/index/')[0] ?? '')
  if (key === undefined) return []
  const region = key.split(':')[3] ?? ''
  const via = { 'kms:ViaService': [`${service}.${region}.amazonaws.com`] }
  return (throughKey[action] ?? throughKey[service] ?? []).map((one) => ({ action: one, resource: key, context: via }))
}

/** What a request asks for, each action on each resource once. */
export function callsOf(service: string, operation: string, body: Json, catalogue: Catalogue): Call[] {
  switch (service) {
    case 'dynamodb':
      return dynamodb(operation, body, catalogue)
    case 'kms':
      return kms(operation, body, catalogue)
    case 'sqs':
      return sqs(operation, body, catalogue)
    case 'sns':
      return sns(operation, body)
    default:
      return [{ action: `${service}:${operation}`, resource: '*', context: {} }]
  }
}
