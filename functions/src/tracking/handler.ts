import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs'
import { declared, deliverySchema, receiptsSchema } from '@xieshang/channels'
import type { SQSRecord } from 'aws-lambda'
import * as z from 'zod'
import { county } from '../wiring/county.ts'
import { environment } from '../wiring/environment.ts'
import { logOf } from '../wiring/log.ts'
import { Later, queueFunction } from '../wiring/queue.ts'

const { store } = county()
const { receipts } = declared.sms
const sqs = new SQSClient()
const { QUEUE_URL: queueUrl } = environment('QUEUE_URL')

/** Either what the sender's queue gave up, or receipts. */
const messageSchema = z.union([receiptsSchema, deliverySchema])

async function take({ body, receiptHandle, attributes }: SQSRecord): Promise<void> {
  const message = messageSchema.parse(JSON.parse(body))
  if (!('receipts' in message)) return store.deliveries.giveUp(message, new Date().toISOString())
  const unknown = await store.deliveries.received(message.receipts)
  const wait = receipts.waits[Number(attributes.ApproximateReceiveCount) - 1]
  // A message that is not known is most often another county's; it is given a moment all the same.
  if (unknown.length === 0 || wait === undefined) return
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: wait }),
  )
  throw new Later(`${unknown.length} receipts of messages that are not known here`)
}

/** Keeps what became of each SMS: what its receipt says, and that it failed when the sender's queue gave it up (P3a). */
export const handler = queueFunction(logOf(receipts.function), take)
