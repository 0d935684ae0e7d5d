import { PublishBatchCommand, type PublishBatchRequestEntry, type SNSClient } from '@aws-sdk/client-sns'
import { messageAttributes } from '../wiring/attributes.ts'

/** A message to the county topic; its attributes are what subscriptions filter by. */
export type Message = { readonly attributes: Readonly<Record<string, string>>; readonly body: unknown }

/** A message as it goes out. */
export type Packed = { readonly attributes: Readonly<Record<string, string>>; readonly body: string }

export type PublishOptions = {
  readonly sns: SNSClient
  readonly topicArn: string
  /** Puts aside, whole, what the topic will never take; what it throws is thrown on, so that nothing is lost. */
  readonly aside: (message: Packed, why: string) => Promise<void>
}

const atOnce = 10
/** SNS takes 256 KiB for a whole batch, attributes included; a little is left for what it counts beside them. */
const mostBytes = 250_000

/** Refusals of one entry that trying again cannot mend. */
const lasting: readonly (string | undefined)[] = ['InvalidParameter', 'InvalidParameterValue']

const bytesOf = ({ attributes, body }: Packed): number =>
  [body, ...Object.entries(attributes).flat()].reduce((sum, text) => sum + Buffer.byteLength(text), 0) +
  Object.keys(attributes).length * 'String'.length

/** In order, as many messages to a batch as it takes. */
export function batchesOf(messages: readonly Packed[]): Packed[][] {
  const batches: Packed[][] = []
  let room = 0
  for (const message of messages) {
    const bytes = bytesOf(message)
    const open = batches.at(-1)
    if (open === undefined || open.length === atOnce || bytes > room) {
      batches.push([message])
      room = mostBytes - bytes
    } else {
      open.push(message)
      room -= bytes
    }
  }
  return batches
}

const entryOf = ({ attributes, body }: Packed, index: number): PublishBatchRequestEntry => ({
  Id: String(index),
  Message: body,
  MessageAttributes: messageAttributes(attributes),
})

/**
 * Publishes in batches packed by bytes. A message that can never be taken goes aside, and the others go out.
 * @throws Error when the topic did not take every message; sending them all again is harmless
 */
export async function publish({ sns, topicArn, aside }: PublishOptions, messages: readonly Message[]): Promise<void> {
  const packed = messages.map(({ attributes, body }): Packed => ({ attributes, body: JSON.stringify(body) }))
  const [fitting, large] = [true, false].map((fits) => packed.filter((one) => bytesOf(one) <= mostBytes === fits))
  for (const message of large ?? []) await aside(message, 'tooLarge')
  for (const batch of batchesOf(fitting ?? [])) {
    const { Failed = [] } = await sns.send(
      new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries: batch.map(entryOf) }),
    )
    const passing = Failed.filter(({ Code }) => !lasting.includes(Code))
    for (const { Id, Code } of Failed.filter(({ Code }) => lasting.includes(Code))) {
      const message = batch[Number(Id)]
      if (message !== undefined) await aside(message, String(Code))
    }
    if (passing.length > 0) throw new Error(`The topic refused ${passing.length} messages: ${passing[0]?.Code}`)
  }
}
