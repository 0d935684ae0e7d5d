import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

/**
 * A queue with its dead-letter queue and an alarm when something lies there. What lies there can be redriven by a person.
 * @param timeout of the function that reads it; a message is hidden six times as long, as AWS advises
 */
export function defineQueue(
  scope: Construct,
  name: string,
  options: { readonly queueName: string; readonly timeout: Duration; readonly key?: IKey },
): Queue {
  const encryption =
    options.key === undefined
      ? { encryption: QueueEncryption.SQS_MANAGED }
      : { encryption: QueueEncryption.KMS, encryptionMasterKey: options.key }
  const dead = new Queue(scope, `${name}-dead`, {
    queueName: `${options.queueName}-dead`,
    retentionPeriod: Duration.days(14),
    enforceSSL: true,
    ...encryption,
  })
  new Alarm(scope, `${name}-dead-alarm`, {
    metric: dead.metricApproximateNumberOfMessagesVisible(),
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `Messages that could not be handled lie in ${options.queueName}-dead: look why, then redrive them`,
  })
  return new Queue(scope, name, {
    queueName: options.queueName,
    visibilityTimeout: Duration.seconds(options.timeout.toSeconds() * 6),
    enforceSSL: true,
    deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
    ...encryption,
  })
}
