import type { SNSClient } from '@aws-sdk/client-sns'
import type { PlaceCode } from '@xieshang/kernel'
import { messageAttributes } from './attributes.ts'
import { environment } from './environment.ts'

/** Says something to one county on the city's topic, to which each listens for what is meant for it. */
export type TellCounty = (county: PlaceCode, message: unknown) => Promise<void>

/** The client of the topic is loaded with the first message: most of what the city is asked says nothing there. */
export function cityTopic(): TellCounty {
  const { TOPIC_ARN: TopicArn } = environment('TOPIC_ARN')
  let client: SNSClient | undefined
  return async (county, message) => {
    const { PublishCommand, SNSClient } = await import('@aws-sdk/client-sns')
    client ??= new SNSClient()
    const MessageAttributes = messageAttributes({ county })
    await client.send(new PublishCommand({ TopicArn, Message: JSON.stringify(message), MessageAttributes }))
  }
}
