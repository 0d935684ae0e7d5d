import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { StartFailure } from '../src/engines/failure.ts'
import { startDesk } from '../src/start.ts'
import { writeAssembly } from './assembly.ts'

const folder = mkdtempSync(join(tmpdir(), 'desk-custom-'))
const assembly = join(folder, 'assembly')
const told = join(folder, 'told')
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes an item, as its role allows, and answers as CloudFormation asks of who stands behind a resource. */
const code = `
import { appendFileSync } from 'node:fs'
export async function handler(event) {
  appendFileSync(process.env.TOLD, JSON.stringify(event) + '\\n')
  const { AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, TABLE_NAME } = process.env
  const { Text, Silent, Broken } = event.ResourceProperties
  if (Broken) throw new Error('broken')
  const wrote = await fetch(AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      'x-amz-target': 'DynamoDB_20120810.PutItem',
      'content-type': 'application/x-amz-json-1.0',
      authorization: 'AWS4-HMAC-SHA256 Credential=' + AWS_ACCESS_KEY_ID + '/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ TableName: TABLE_NAME, Item: { PK: { S: Text }, SK: { S: 'x' } } }),
  })
  if (Silent) return
  const { StackId, RequestId, LogicalResourceId } = event
  const answer = wrote.ok ? { Status: 'SUCCESS', Data: { Said: Text } } : { Status: 'FAILED', Reason: await wrote.text() }
  const body = JSON.stringify({ ...answer, StackId, RequestId, LogicalResourceId, PhysicalResourceId: 'kept-1' })
  await fetch(event.ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body })
}
`

const table = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: 'things',
    KeySchema: [
      { AttributeName: 'PK', KeyType: 'HASH' },
      { AttributeName: 'SK', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: ['PK', 'SK'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  },
}
const lambda = (Runtime: string) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime,
    Handler: 'index.handler',
    Code: { S3Key: 'code.zip' },
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
    Environment: { Variables: { TABLE_NAME: { Ref: 'Table' }, TOLD: told } },
  },
})
const behind = (id: string, properties: object) => ({
  Type: 'Custom::Thing',
  Properties: { ServiceToken: { 'Fn::GetAtt': [id, 'Arn'] }, ...properties },
})

/** An assembly of one stack whose custom resource is behind a function of its own, and one of another's behind another language. */
function write(properties: object, action = 'dynamodb:PutItem'): void {
  const statement = { Effect: 'Allow', Action: action, Resource: { 'Fn::GetAtt': ['Table', 'Arn'] } }
  const template = {
    Resources: {
      // It comes first, and is told last all the same.
      Thing: behind('Own', properties),
      Foreign: behind('Python', {}),
      Own: lambda('nodejs24.x'),
      Python: lambda('python3.13'),
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: [statement] } },
      },
      Table: table,
    },
  }
  writeAssembly(assembly, 'Stack', template, code)
  writeFileSync(told, '')
}

async function start() {
  const desk = await startDesk({
    assemblyDir: assembly,
    dataDir: join(folder, 'data'),
    product: { name: 'thing', version: 1 },
    port: 0,
  })
  await desk.stop()
  return desk
}

const events = () =>
  readFileSync(told, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]))

describe('a custom resource', () => {
  it('is told to its function before the desk is ready, once, and again when it is another', async () => {
    write({ Text: 'one' })
    const { notRun } = await start()
    expect(events()).toMatchObject([
      {
        RequestType: 'Create',
        LogicalResourceId: 'Thing',
        ResourceType: 'Custom::Thing',
        StackId: expect.stringContaining(':stack/Stack/'),
        ResourceProperties: { ServiceToken: expect.stringContaining('function:Own'), Text: 'one' },
      },
    ])
    // What is written in another language is named, and nobody is told.
    expect(notRun).toEqual([
      { stack: 'Stack', id: 'Python', type: 'AWS::Lambda::Function' },
      { stack: 'Stack', id: 'Foreign', type: 'Custom::Thing' },
    ])

    write({ Text: 'one' })
    await start()
    expect(events()).toEqual([])

    write({ Text: 'two' })
    await start()
    expect(events()).toMatchObject([
      {
        RequestType: 'Update',
        PhysicalResourceId: 'kept-1',
        ResourceProperties: { Text: 'two' },
        OldResourceProperties: { Text: 'one' },
      },
    ])
  }, 120_000)

  it.each([
    ['that fails', { Text: 'three' }, 'dynamodb:GetItem', /not authorized/],
    ['whose function throws', { Text: 'four', Broken: 'yes' }, 'dynamodb:PutItem', /broken/],
    ['whose function says nothing', { Text: 'five', Silent: 'yes' }, 'dynamodb:PutItem', /no answer/],
  ])(
    '%s ends the start with the reason, and counts as never told',
    async (_what, properties, action, why) => {
      write(properties, action)
      const failed = await start().catch((error: unknown) => error)
      expect(failed).toBeInstanceOf(StartFailure)
      expect(String(failed)).toMatch(why)
      expect(events()).toMatchObject([{ RequestType: 'Update', OldResourceProperties: { Text: 'two' } }])
    },
    120_000,
  )
})
