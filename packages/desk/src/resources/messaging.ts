import {
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  SetSubscriptionAttributesCommand,
  SubscribeCommand,
} from '@aws-sdk/client-sns'
import { CreateQueueCommand, GetQueueUrlCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { arn, liesUnder, type Make, text } from './context.ts'

const queueAttributes = ['VisibilityTimeout', 'MessageRetentionPeriod', 'DelaySeconds', 'ReceiveMessageWaitTimeSeconds']

export const queue: Make = async (desk, _stack, id, properties) => {
  const QueueName = text(properties.QueueName) || id
  const Attributes = Object.fromEntries([
    ...queueAttributes.flatMap((name) => (properties[name] === undefined ? [] : [[name, text(properties[name])]])),
    ...(properties.RedrivePolicy === undefined ? [] : [['RedrivePolicy', JSON.stringify(properties.RedrivePolicy)]]),
  ])
  const known = await desk.sqs.send(new GetQueueUrlCommand({ QueueName })).catch((error: unknown) => {
    if (error instanceof Error && /QueueDoesNotExist|NonExistentQueue/.test(error.name)) return undefined
    throw error
  })
  if (known === undefined) await desk.sqs.send(new CreateQueueCommand({ QueueName, Attributes }))
  else if (Object.keys(Attributes).length > 0)
    await desk.sqs.send(new SetQueueAttributesCommand({ QueueUrl: known.QueueUrl, Attributes }))
  // The SDK calls the host of a queue's address: functions are to find the front there, as for all other calls.
  const QueueUrl = `${desk.functionsEndpoint}/${desk.account}/${QueueName}`
  const queueArn = arn(desk, 'sqs', QueueName)
  liesUnder(desk, queueArn, properties.KmsMasterKeyId)
  return { ref: QueueUrl, attributes: { Arn: queueArn, QueueName, QueueUrl } }
}

export const topic: Make = async (desk, _stack, id, properties) => {
  const Name = text(properties.TopicName) || id
  const { TopicArn = '' } = await desk.sns.send(new CreateTopicCommand({ Name }))
  liesUnder(desk, TopicArn, properties.KmsMasterKeyId)
  return { ref: TopicArn, attributes: { TopicArn, TopicName: Name } }
}

/** Found again on the next run by topic and endpoint, and brought up to the template. */
export const subscription: Make = async (desk, _stack, _id, properties) => {
  const TopicArn = text(properties.TopicArn)
  const Endpoint = text(properties.Endpoint)
  const attributes = {
    RawMessageDelivery: text(properties.RawMessageDelivery ?? false),
    ...(properties.FilterPolicy !== undefined && { FilterPolicy: JSON.stringify(properties.FilterPolicy) }),
  }
  const { Subscriptions = [] } = await desk.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))
  const known = Subscriptions.find((one) => one.Endpoint === Endpoint)?.SubscriptionArn
  if (known !== undefined) {
    for (const [AttributeName, AttributeValue] of Object.entries(attributes))
      await desk.sns.send(
        new SetSubscriptionAttributesCommand({ SubscriptionArn: known, AttributeName, AttributeValue }),
      )
    return { ref: known, attributes: { Arn: known } }
  }
  const { SubscriptionArn = '' } = await desk.sns.send(
    new SubscribeCommand({
      TopicArn,
      Protocol: text(properties.Protocol),
      Endpoint,
      Attributes: attributes,
      ReturnSubscriptionArn: true,
    }),
  )
  return { ref: SubscriptionArn, attributes: { Arn: SubscriptionArn } }
}
