import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

type QueueOptions = {
  readonly queueName: string
  /** Who encrypts; SQS itself when none is named. */
  readonly key?: IKey
}

const encryptionBy = (key: IKey | undefined) =>
  key === undefined
    ? { encryption: QueueEncryption.SQS_MANAGED }
    : { encryption: QueueEncryption.KMS, encryptionMasterKey: key }

/** Where lies what could not be handled, for two weeks and with an alarm, until a person has looked and redriven it. */
export function defineDeadQueue(scope: Construct, name: string, options: QueueOptions): Queue {
  const dead = new Queue(scope, name, {
    queueName: options.queueName,
    retentionPeriod: Duration.days(14),
    enforceSSL: true,
    ...encryptionBy(options.key),
  })
  new Alarm(scope, `${name}-alarm`, {
    metric: dead.metricApproximateNumberOfMessagesVisible(),
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `What could not be handled lies in ${options.queueName}: look why, then redrive it`,
  })
  return dead
}

/**
 * A queue, and where goes what its reader gives up.
 * @param options.timeout of the function that reads it; a message is hidden six times as long, as AWS advises
 * @param options.givenUpTo a queue whose reader sees to what was given up; a dead-letter queue of its own without it
 * @param options.receives how often a message is given before it is laid aside
 */
export function defineQueue(
  scope: Construct,
  name: string,
  options: QueueOptions & { readonly timeout: Duration; readonly receives?: number; readonly givenUpTo?: Queue },
): Queue {
  const dead =
    options.givenUpTo ?? defineDeadQueue(scope, `${name}-dead`, { ...options, queueName: `${options.queueName}-dead` })
  return new Queue(scope, name, {
    queueName: options.queueName,
    visibilityTimeout: Duration.seconds(options.timeout.toSeconds() * 6),
    enforceSSL: true,
    deadLetterQueue: { queue: dead, maxReceiveCount: options.receives ?? 5 },
    ...encryptionBy(options.key),
  })
}
