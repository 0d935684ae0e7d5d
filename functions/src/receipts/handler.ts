import { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns'
import { declared, type Receipts, snsProvider } from '@xieshang/channels'
import { messageAttributes } from '../wiring/attributes.ts'
import { environment } from '../wiring/environment.ts'
import { lambda } from '../wiring/lambda.ts'
import { logOf } from '../wiring/log.ts'

const sns = new SNSClient()
const { TOPIC_ARN: topicArn } = environment('TOPIC_ARN')
const log = logOf('receipts')
const provider = snsProvider({ timeoutMs: 1000 })

/** So many to a message: as many as a county looks up at once. */
const atOnce = 100
const messagesAtOnce = 10

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))

/**
 * Tells the counties what the provider says of SMS. Its log is one for the whole account, with the numbers in it: which
 * county sent a message, only that county knows, and only names of messages go on from here.
 */
export const handler = lambda(log, async (report: unknown) => {
  const receipts = provider.receipts(report)
  const messages = chunks(receipts, atOnce).map((some): Receipts => ({ v: 1, receipts: some }))
  for (const some of chunks(messages, messagesAtOnce)) {
    const { Failed = [] } = await sns.send(
      new PublishBatchCommand({
        TopicArn: topicArn,
        PublishBatchRequestEntries: some.map((message, index) => ({
          Id: String(index),
          Message: JSON.stringify(message),
          MessageAttributes: messageAttributes(declared.sms.receipts.attributes),
        })),
      }),
    )
    // Lambda gives the report again; telling a receipt twice is harmless.
    if (Failed.length > 0) throw new Error(`The topic refused ${Failed.length} messages: ${Failed[0]?.Code}`)
  }
  log.info('receipts', { receipts: receipts.length })
})
