import { describe, expect, it } from 'vitest'
import { openAccess } from '../src/access/access.ts'
import { type Catalogue, callsOf, callsThrough } from '../src/access/calls.ts'
import { allowing, type Call, PolicyError, type Statement } from '../src/access/policy.ts'

const allow = (
  Action: string | string[],
  Resource: string | string[],
  Condition?: Statement['Condition'],
): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition !== undefined && { Condition }),
})
const call = (action: string, resource = 'arn:t', context: Call['context'] = {}): Call => ({
  action,
  resource,
  context,
})

describe('a policy', () => {
  it('allows what it names and nothing else', () => {
    const may = (...given: Parameters<typeof call>) =>
      allowing([allow(['dynamodb:GetItem', 'dynamodb:Put*'], ['arn:t', 'arn:t/index/*'])], call(...given)) !== undefined
    expect(may('dynamodb:GetItem')).toBe(true)
    expect(may('DynamoDB:getitem')).toBe(true)
    expect(may('dynamodb:PutItem', 'arn:t/index/GSI1')).toBe(true)
    expect(may('dynamodb:DeleteItem')).toBe(false)
    expect(may('dynamodb:GetItem', 'arn:other')).toBe(false)
    expect(may('dynamodb:GetItem', 'arn:tx')).toBe(false)
  })

  it('forbids before it allows', () => {
    const statements = [allow('s:*', '*'), { Effect: 'Deny', Action: 's:B', Resource: 'arn:t' }]
    expect(allowing(statements, call('s:A'))).toBeDefined()
    expect(allowing(statements, call('s:B'))).toBeUndefined()
  })

  it('reaches everything but what it excepts', () => {
    const statements: Statement[] = [{ Effect: 'Allow', Action: 'sns:Publish', NotResource: 'arn:*:sns:*' }]
    expect(allowing(statements, call('sns:Publish', '+8613800000000'))).toBeDefined()
    expect(allowing(statements, call('sns:Publish', 'arn:aws:sns:x:y:topic'))).toBeUndefined()
  })

  it.each<[string, Statement['Condition'], Call['context'], boolean]>([
    ['holds', { StringEquals: { k: ['a', 'b'] } }, { k: ['b'] }, true],
    ['fails', { StringEquals: { k: 'a' } }, { k: ['b'] }, false],
    ['of an absent key fails', { StringEquals: { k: 'a' } }, {}, false],
    ['of an absent key holds where it says so', { StringEqualsIfExists: { k: 'a' } }, {}, true],
    ['that refuses a value', { StringNotEquals: { k: 'a' } }, { k: ['b'] }, true],
    ['with a pattern', { StringLike: { k: 'FACTS#*' } }, { k: ['FACTS#1'] }, true],
    ['with a pattern that is not met', { StringLike: { k: 'FACTS#*' } }, { k: ['CASE#1'] }, false],
    ['of every value', { 'ForAllValues:StringLike': { k: ['F#*', 'L#*'] } }, { k: ['F#1', 'L#2'] }, true],
    ['of every value but one', { 'ForAllValues:StringLike': { k: 'F#*' } }, { k: ['F#1', 'C#1'] }, false],
    // As AWS does it: a request without the key passes.
    ['of every value of none', { 'ForAllValues:StringLike': { k: 'F#*' } }, {}, true],
    ['that the key be there', { Null: { k: 'false' } }, {}, false],
    ['of any value', { 'ForAnyValue:StringEquals': { k: 'a' } }, { k: ['b', 'a'] }, true],
    ['of two keys', { StringEquals: { k: 'a', l: 'x' } }, { k: ['a'], l: ['y'] }, false],
  ])('has a condition: %s', (_name, condition, context, allowed) => {
    expect(allowing([allow('s:A', '*', condition)], call('s:A', 'arn:t', context)) !== undefined).toBe(allowed)
  })

  it('that says what the desk does not know is an error, not a yes or a no', () => {
    expect(() => allowing([allow('s:A', '*', { DateLessThan: { k: 'a' } })], call('s:A'))).toThrow(PolicyError)
  })
})

const catalogue: Catalogue = {
  tables: new Map([['t', { arn: 'arn:t', hash: 'PK', indexes: new Map([['I', 'IPK']]), anyKey: {} }]]),
  keys: new Map([['arn:t', 'arn:aws:kms:r:0:key/one']]),
  arn: (service, rest) => `arn:aws:${service}:r:0:${rest}`,
}
const key = (PK: string) => ({ PK: { S: PK }, SK: { S: 'x' } })
const leading = (...keys: string[]) => ({ 'dynamodb:LeadingKeys': keys })

describe('a request', () => {
  it.each<[string, string, Record<string, unknown>, [string, string, Call['context']][]]>([
    ['dynamodb', 'GetItem', { TableName: 't', Key: key('A') }, [['dynamodb:GetItem', 'arn:t', leading('A')]]],
    ['dynamodb', 'PutItem', { TableName: 't', Item: key('A') }, [['dynamodb:PutItem', 'arn:t', leading('A')]]],
    [
      'dynamodb',
      'Query',
      {
        TableName: 't',
        KeyConditionExpression: '#p = :p AND begins_with(SK, :s)',
        ExpressionAttributeNames: { '#p': 'PK' },
        ExpressionAttributeValues: { ':p': { S: 'A' }, ':s': { S: 'B' } },
      },
      [['dynamodb:Query', 'arn:t', leading('A')]],
    ],
    [
      'dynamodb',
      'Query',
      {
        TableName: 't',
        IndexName: 'I',
        KeyConditionExpression: 'IPK=:p',
        ExpressionAttributeValues: { ':p': { S: 'A' } },
      },
      [['dynamodb:Query', 'arn:t/index/I', leading('A')]],
    ],
    ['dynamodb', 'Scan', { TableName: 't' }, [['dynamodb:Scan', 'arn:t', {}]]],
    [
      'dynamodb',
      'BatchGetItem',
      { RequestItems: { t: { Keys: [key('A'), key('B')] } } },
      [['dynamodb:BatchGetItem', 'arn:t', leading('A', 'B')]],
    ],
    [
      'dynamodb',
      'BatchWriteItem',
      { RequestItems: { t: [{ PutRequest: { Item: key('A') } }, { DeleteRequest: { Key: key('B') } }] } },
      [['dynamodb:BatchWriteItem', 'arn:t', leading('A', 'B')]],
    ],
    [
      'dynamodb',
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 't', Item: key('A') } },
          { Update: { TableName: 't', Key: key('B') } },
          { Delete: { TableName: 't', Key: key('C') } },
          { ConditionCheck: { TableName: 't', Key: key('D') } },
        ],
      },
      [
        ['dynamodb:PutItem', 'arn:t', leading('A')],
        ['dynamodb:UpdateItem', 'arn:t', leading('B')],
        ['dynamodb:DeleteItem', 'arn:t', leading('C')],
        ['dynamodb:ConditionCheckItem', 'arn:t', leading('D')],
      ],
    ],
    [
      'kms',
      'GenerateDataKey',
      { KeyId: 'arn:aws:kms:r:0:key/one', EncryptionContext: { tenant: '331102' } },
      [['kms:GenerateDataKey', 'arn:aws:kms:r:0:key/one', { 'kms:EncryptionContext:tenant': ['331102'] }]],
    ],
    ['sns', 'PublishBatch', { TopicArn: 'arn:topic' }, [['sns:Publish', 'arn:topic', {}]]],
    ['sns', 'Publish', { PhoneNumber: '+86' }, [['sns:Publish', '+86', {}]]],
    ['sqs', 'SendMessageBatch', { QueueUrl: 'http://127.0.0.1:1/0/q' }, [['sqs:SendMessage', 'arn:aws:sqs:r:0:q', {}]]],
  ])('to %s, %s, asks for its actions with its keys', (service, operation, body, calls) => {
    const found = callsOf(service, operation, body, catalogue)
    expect(found.map(({ action, resource, context }) => [action, resource, context])).toEqual(calls)
  })

  it('to a table under a key asks for the key through the service', () => {
    const [get] = callsOf('dynamodb', 'GetItem', { TableName: 't', Key: key('A') }, catalogue)
    expect(get && callsThrough(get, catalogue)).toEqual([
      {
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:r:0:key/one',
        context: { 'kms:ViaService': ['dynamodb.r.amazonaws.com'] },
      },
    ])
  })
})

describe('a role', () => {
  it('names what it was granted and never used', () => {
    const access = openAccess()
    access.enrol({ name: 'f', role: 'r' })
    access.grant('r', [allow(['d:Get', 'd:Put'], ['arn:t', 'arn:u']), allow('k:*', '*')])
    access.grant('nobody’s', [allow('d:Get', '*')])
    expect(access.may('r', call('d:Get'))).toBe(true)
    expect(access.may('r', call('d:Delete'))).toBe(false)
    expect(access.grants().granted).toHaveLength(5)
    expect(access.grants().unused.map(({ action, resource }) => `${action} ${resource}`)).toEqual([
      'd:Get arn:u',
      'd:Put arn:t',
      'd:Put arn:u',
      'k:* *',
    ])
  })

  it('decides anew where a condition may, and by what was granted since', () => {
    const access = openAccess()
    access.grant('r', [allow('d:Put', 'arn:t', { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'F#*' } })])
    const put = (...keys: string[]) => access.may('r', call('d:Put', 'arn:t', leading(...keys)))
    expect([put('F#1'), put('C#1'), put('F#2', 'C#1'), put('F#1')]).toEqual([true, false, false, true])
    access.grant('r', [allow('d:Put', 'arn:t')])
    expect(put('C#1')).toBe(true)
  })
})
