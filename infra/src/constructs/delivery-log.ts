import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'

/**
 * Where SNS writes what became of each SMS, and who is handed it. The log is one for the account and Region, with names
 * that SNS gives; a log group takes two subscriptions, so not every county can have its own. The numbers stand in it, so
 * it is kept for days only: what counts is kept on the seat.
 *
 * SNS writes it once the account is told to, which no template can say: `aws sns set-sms-attributes`, with the role's ARN.
 */
export function defineDeliveryLog(scope: Construct, reader: LambdaFunction): void {
  const { region, account } = Stack.of(scope)
  const role = new Role(scope, 'sms-logging-role', {
    assumedBy: new ServicePrincipal('sns.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
    description: 'Lets SNS write what became of each SMS',
  })
  for (const [name, suffix] of [
    ['sms-taken', ''],
    ['sms-failed', '/Failure'],
  ] as const) {
    const logGroup = new LogGroup(scope, `${name}-log`, {
      logGroupName: `sns/${region}/${account}/DirectPublishToPhoneNumber${suffix}`,
      retention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    logGroup.addSubscriptionFilter(`${name}-subscription`, {
      destination: new LambdaDestination(reader),
      filterPattern: FilterPattern.allEvents(),
    })
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    )
  }
  acknowledge(role, 'A log group’s streams are below its own ARN', 'IAM5')
  new CfnOutput(scope, 'SmsLoggingRole', {
    value: role.roleArn,
    description: 'For aws sns set-sms-attributes: DeliveryStatusIAMRole, with DeliveryStatusSuccessSamplingRate 100',
  })
}
