import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb'
import { StartFailure } from '../engines/failure.ts'
import { liesUnder, type Make, object, objects, text } from './context.ts'

const schemaOf = (value: unknown): KeySchemaElement[] =>
  objects(value).map((one) => ({
    AttributeName: text(one.AttributeName),
    KeyType: text(one.KeyType) === 'HASH' ? 'HASH' : 'RANGE',
  }))

const indexesOf = (value: unknown): GlobalSecondaryIndex[] =>
  objects(value).map((one) => {
    const projection = object(one.Projection)
    return {
      IndexName: text(one.IndexName),
      KeySchema: schemaOf(one.KeySchema),
      Projection: {
        ProjectionType: text(projection.ProjectionType) as 'ALL' | 'INCLUDE' | 'KEYS_ONLY',
        ...(Array.isArray(projection.NonKeyAttributes) && {
          NonKeyAttributes: projection.NonKeyAttributes.map(String),
        }),
      },
    }
  })

const shape = (keys: readonly KeySchemaElement[] | undefined) =>
  (keys ?? []).map((key) => `${key.AttributeName}:${key.KeyType}`).join()

const hashOf = (keys: readonly KeySchemaElement[] | undefined) =>
  keys?.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? ''

/** A table, made when it is not there yet, with its stream and indexes; its time to live goes by the desk's clock. */
export const table: Make = async (desk, _stack, id, properties) => {
  const TableName = text(properties.TableName) || id
  const stream = text(object(properties.StreamSpecification).StreamViewType)
  const indexes = indexesOf(properties.GlobalSecondaryIndexes)
  const KeySchema = schemaOf(properties.KeySchema)
  try {
    await desk.dynamodb.send(
      new CreateTableCommand({
        TableName,
        KeySchema,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: objects(properties.AttributeDefinitions).map(
          (one): AttributeDefinition => ({
            AttributeName: text(one.AttributeName),
            AttributeType: text(one.AttributeType) as 'S' | 'N' | 'B',
          }),
        ),
        ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
        ...(stream !== '' && {
          StreamSpecification: { StreamEnabled: true, StreamViewType: stream as 'NEW_AND_OLD_IMAGES' },
        }),
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  const ttl = text(object(properties.TimeToLiveSpecification).AttributeName)
  if (ttl !== '')
    desk.expiring.push({ table: TableName, attribute: ttl, keys: KeySchema.map((key) => key.AttributeName ?? '') })
  const { Table: made } = await desk.dynamodb.send(new DescribeTableCommand({ TableName }))
  if (shape(made?.KeySchema) !== shape(KeySchema))
    throw new StartFailure(
      `数据目录里的表 ${TableName} 结构与模板不同。请换一个数据目录，或清空后重来。`,
      `The table ${TableName} in the data directory has another key than the template. Use another directory, or begin anew.`,
      'anotherFolder',
      'anew',
    )
  const tableArn = made?.TableArn ?? ''
  desk.catalogue.tables.set(TableName, {
    arn: tableArn,
    hash: hashOf(KeySchema),
    indexes: new Map(indexes.map((one) => [one.IndexName ?? '', hashOf(one.KeySchema)])),
    anyKey: Object.fromEntries(
      KeySchema.map(({ AttributeName: name = '' }) => [
        name,
        made?.AttributeDefinitions?.find((one) => one.AttributeName === name)?.AttributeType === 'N'
          ? { N: '0' }
          : { S: '-' },
      ]),
    ),
  })
  liesUnder(desk, tableArn, object(properties.SSESpecification).KMSMasterKeyId)
  return { ref: TableName, attributes: { Arn: tableArn, StreamArn: made?.LatestStreamArn ?? '' } }
}
