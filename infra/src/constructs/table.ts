import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  type StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

/** The one shape of table that county and city share: keys PK and SK, an index with cards, TTL, point-in-time recovery. */
export function defineTable(
  scope: Construct,
  id: string,
  options: { readonly tableName: string; readonly key?: IKey; readonly stream?: StreamViewType },
): Table {
  const table = new Table(scope, id, {
    tableName: options.tableName,
    partitionKey: { name: 'PK', type: AttributeType.STRING },
    sortKey: { name: 'SK', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    timeToLiveAttribute: 'expiresAt',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...(options.key === undefined
      ? { encryption: TableEncryption.AWS_MANAGED }
      : { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: options.key }),
    ...(options.stream !== undefined && { stream: options.stream }),
  })
  table.addGlobalSecondaryIndex({
    indexName: 'GSI1',
    partitionKey: { name: 'GSI1PK', type: AttributeType.STRING },
    sortKey: { name: 'GSI1SK', type: AttributeType.STRING },
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['card'],
  })
  return table
}

/**
 * A table for the keys of secret rounds. It has no stream, no point-in-time recovery and no backup: what is deleted here is
 * gone, and with it every copy of what it could open.
 */
export function defineSealTable(
  scope: Construct,
  id: string,
  options: { readonly tableName: string; readonly key: IKey },
): Table {
  const table = new Table(scope, id, {
    tableName: options.tableName,
    partitionKey: { name: 'PK', type: AttributeType.STRING },
    sortKey: { name: 'SK', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: options.key,
  })
  acknowledge(
    table,
    'A key that is destroyed after its count must stay destroyed: a copy of it would open the secret ballots (P6a)',
    'DDB3',
  )
  return table
}
