import { PublishBatchCommand, type PublishBatchRequestEntry, type SNSClient } from '@aws-sdk/client-sns'

/** A message to the county topic; its attributes are what subscriptions filter by. */
export type Message = { readonly attributes: Readonly<Record<string, string>>; readonly body: unknown }

const atOnce = 10

const entryOf = ({ attributes, body }: Message, index: number): PublishBatchRequestEntry => ({
  Id: String(index),
  Message: JSON.stringify(body),
  MessageAttributes: Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  ),
})

/** @throws Error when the topic did not take every message; sending them all again is harmless */
export async function publish(sns: SNSClient, topicArn: string, messages: readonly Message[]): Promise<void> {
  for (let at = 0; at < messages.length; at += atOnce) {
    const entries = messages.slice(at, at + atOnce).map(entryOf)
    const { Failed = [] } = await sns.send(
      new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries: entries }),
    )
    if (Failed.length > 0) throw new Error(`The topic refused ${Failed.length} messages: ${Failed[0]?.Code}`)
  }
}
