import type { Stack } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { feedFrom } from '../constructs/feed.ts'

/** What of a county's is granted. */
type Holdings = {
  readonly stack: Stack
  readonly code: string
  readonly key: IKey
  readonly table: ITable
  /** Keys of secret rounds. */
  readonly seals: ITable
}

type TableVerb = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem'

export const read = ['GetItem', 'BatchGetItem', 'Query'] as const satisfies readonly TableVerb[]
export const write = ['PutItem', 'UpdateItem', 'DeleteItem'] as const satisfies readonly TableVerb[]

/** What a function does with the county's table. */
export type TableNeed = {
  readonly verbs: readonly TableVerb[]
  /** Where these are given, nothing but these partitions may be touched. */
  readonly partitions?: readonly string[]
  /** In the index instead of the table. */
  readonly index?: true
}

/** Everything that a function is allowed to do; what it does not name it may not. */
export type Needs = {
  readonly table: readonly TableNeed[]
  /** With the keys of secret rounds. */
  readonly seals?: readonly TableVerb[]
  /**
   * The county's key for personal data. Who makes may be the first to keep a secret, and so makes the data key; others
   * only read what was kept under it.
   */
  readonly secrets?: 'makes' | 'reads'
}

/** What a service does with the county's key for who calls it. */
const keyUses = {
  // As AWS's guide has it for whoever uses a table under a key of one's own; only Decrypt is sure.
  dynamodb: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
  sns: ['kms:Decrypt', 'kms:GenerateDataKey'],
  sqs: ['kms:Decrypt', 'kms:GenerateDataKey'],
}

const verbsOf = (verbs: readonly TableVerb[]) => verbs.map((verb) => `dynamodb:${verb}`)

/** Lets a function do what it needs with the county's tables and its key. */
export function grant(ground: Holdings, fn: LambdaFunction, { table, seals, secrets }: Needs): void {
  for (const { verbs, partitions, index } of table)
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: verbsOf(verbs),
        resources: [index === true ? `${ground.table.tableArn}/index/GSI1` : ground.table.tableArn],
        ...(partitions !== undefined && {
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
        }),
      }),
    )
  if (seals !== undefined)
    fn.addToRolePolicy(new PolicyStatement({ actions: verbsOf(seals), resources: [ground.seals.tableArn] }))
  if (secrets !== undefined)
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: secrets === 'makes' ? ['kms:GenerateDataKey', 'kms:Decrypt'] : ['kms:Decrypt'],
        resources: [ground.key.keyArn],
        // Only with the county's own encryption context.
        conditions: { StringEquals: { 'kms:EncryptionContext:tenant': ground.code } },
      }),
    )
  allowKeyThrough(ground, fn, 'dynamodb')
}

/** The county's key as a service uses it on behalf of a function, never as the function itself. */
export function allowKeyThrough(
  { key, stack }: Holdings,
  fn: LambdaFunction,
  service: keyof typeof keyUses,
  actions = keyUses[service],
): void {
  fn.addToRolePolicy(
    new PolicyStatement({
      actions,
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `${service}.${stack.region}.amazonaws.com` } },
    }),
  )
}

/** Lets a function read one of the county's queues, which the county's key encrypts. */
export function feed(ground: Holdings, fn: LambdaFunction, queue: Queue, id: string, batchSize = 10): void {
  feedFrom(fn, queue, { id, batchSize, maxConcurrency: 5 })
  allowKeyThrough(ground, fn, 'sqs', ['kms:Decrypt'])
}

/** What is not done yet is looked at again a little later. */
export const allowLater = (fn: LambdaFunction, queue: Queue): void => {
  fn.addToRolePolicy(new PolicyStatement({ actions: ['sqs:ChangeMessageVisibility'], resources: [queue.queueArn] }))
}
