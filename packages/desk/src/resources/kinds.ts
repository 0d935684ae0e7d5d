import { api, authorizer, domainName, integration, mapping, route } from './api.ts'
import { eventSourceMapping, kmsKey, lambda, rule, schedule } from './compute.ts'
import { arn, type Make, text } from './context.ts'
import { table } from './dynamodb.ts'
import { role } from './iam.ts'
import { logGroup, subscriptionFilter } from './logs.ts'
import { queue, subscription, topic } from './messaging.ts'
import { distribution, edgeFunction, responseHeadersPolicy } from './pages.ts'

/** Kinds that the desk runs. */
export const kinds: Readonly<Record<string, Make>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SQS::Queue': queue,
  'AWS::SNS::Topic': topic,
  'AWS::SNS::Subscription': subscription,
  'AWS::Lambda::Function': lambda,
  'AWS::Lambda::EventSourceMapping': eventSourceMapping,
  'AWS::Events::Rule': rule,
  'AWS::Scheduler::Schedule': schedule,
  'AWS::KMS::Key': kmsKey,
  'AWS::IAM::Role': role,
  'AWS::Logs::LogGroup': logGroup,
  'AWS::Logs::SubscriptionFilter': subscriptionFilter,
  'AWS::ApiGatewayV2::Api': api,
  'AWS::ApiGatewayV2::Integration': integration,
  'AWS::ApiGatewayV2::Authorizer': authorizer,
  'AWS::ApiGatewayV2::Route': route,
  'AWS::ApiGatewayV2::ApiMapping': mapping,
  'AWS::ApiGatewayV2::DomainName': domainName,
  'AWS::CloudFront::ResponseHeadersPolicy': responseHeadersPolicy,
  'AWS::CloudFront::Function': edgeFunction,
  'AWS::CloudFront::Distribution': distribution,
}

const named: Make = (desk, _stack, id, properties) => {
  const ref = text(properties.LogGroupName ?? properties.RoleName ?? id)
  return { ref, attributes: { Arn: arn(desk, 'desk', ref) } }
}

/** Kinds that only say who may do what, which is read at the end of a stack, or keep records: nothing is made for them. */
export const withoutEffect: Readonly<Record<string, Make>> = Object.fromEntries(
  [
    'AWS::IAM::Policy',
    'AWS::IAM::ManagedPolicy',
    'AWS::Lambda::Permission',
    'AWS::SQS::QueuePolicy',
    'AWS::SNS::TopicPolicy',
    'AWS::KMS::Alias',
    'AWS::ApiGatewayV2::Stage',
    'AWS::CDK::Metadata',
  ].map((kind) => [kind, named]),
)
