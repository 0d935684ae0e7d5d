const att = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] })
const ref = (id: string) => ({ Ref: id })
const allow = (Action: string | readonly string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource })

const route = (key: string, more: object = {}) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: ref('Api'),
    RouteKey: key,
    Target: { 'Fn::Join': ['/', ['integrations', ref('Integration')]] },
    ...more,
  },
})

const source = (arn: unknown, more: object = {}) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { FunctionName: ref('Function'), EventSourceArn: arn, ...more },
})

/** Its own marks are not followed, or it would follow itself for ever. */
const notesOnly = {
  Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { PK: { S: [{ prefix: 'note-' }] } } } }) }],
}

/** An app that nobody here knows: a table, a function, a queue, a topic, an API, and a bucket that no desk runs. */
const resources = {
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'notes',
      KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    },
  },
  Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'said' } },
  Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'heard' } },
  Subscription: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: ref('Topic'), Protocol: 'sqs', Endpoint: att('Queue', 'Arn'), RawMessageDelivery: true },
  },
  Role: { Type: 'AWS::IAM::Role', Properties: {} },
  Policy: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      Roles: [ref('Role')],
      PolicyDocument: {
        Statement: [
          // Everything that the app does but to delete.
          allow(['dynamodb:GetItem', 'dynamodb:PutItem'], att('Table', 'Arn')),
          allow(
            ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
            att('Table', 'StreamArn'),
          ),
          allow('dynamodb:ListStreams', '*'),
          allow('sns:Publish', ref('Topic')),
          allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], att('Queue', 'Arn')),
        ],
      },
    },
  },
  Function: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: 'notes',
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Timeout: 30,
      Code: { S3Key: 'code.zip' },
      Role: att('Role', 'Arn'),
      Environment: { Variables: { TABLE_NAME: ref('Table'), TOPIC_ARN: ref('Topic') } },
    },
  },
  OnChange: source(att('Table', 'StreamArn'), { StartingPosition: 'TRIM_HORIZON', FilterCriteria: notesOnly }),
  OnMessage: source(att('Queue', 'Arn')),
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'notes', ProtocolType: 'HTTP' } },
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: { ApiId: ref('Api'), IntegrationUri: att('Function', 'Arn') },
  },
  Authorizer: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: { ApiId: ref('Api'), JwtConfiguration: { Issuer: ref('Issuer'), Audience: ['notes'] } },
  },
  Get: route('GET /notes/{id}'),
  Put: route('PUT /notes/{id}'),
  Delete: route('DELETE /notes/{id}'),
  Say: route('POST /say/{id}'),
  Mine: route('GET /mine/{id}', { AuthorizationType: 'JWT', AuthorizerId: ref('Authorizer') }),
  Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
}

export const template = { Parameters: { Issuer: { Type: 'String' } }, Resources: resources }
