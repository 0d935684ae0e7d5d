import type { MessageAttributeValue } from '@aws-sdk/client-sns'

/** The attributes of a message as SNS takes them; subscriptions filter by them. */
export const messageAttributes = (
  attributes: Readonly<Record<string, string>>,
): Record<string, MessageAttributeValue> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  )
