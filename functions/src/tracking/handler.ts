import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs'
import { declared, deliverySchema, receiptsSchema } from '@xieshang/channels'
import { createLog } from '@xieshang/http'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as z from 'zod'
import { county } from '../wiring/county.ts'
import { required } from '../wiring/environment.ts'
import { nameOf, takeEach } from '../wiring/queue.ts'

const { tenant, store } = county()
const { receipts } = declared.sms
const sqs = new SQSClient()
const queueUrl = required('QUEUE_URL')
const log = createLog({ function: receipts.function, tenant })

/** Either what the sender's queue gave up, or receipts. */
const messageSchema = z.union([receiptsSchema, deliverySchema])

/** A receipt of a message that is not known is most often another county's; it is given a moment all the same. */
class NotKnown extends Error {}

async function take({ body, receiptHandle, attributes }: SQSRecord): Promise<void> {
  const message = messageSchema.parse(JSON.parse(body))
  if (!('receipts' in message)) return store.deliveries.giveUp(message, new Date().toISOString())
  const unknown = await store.deliveries.received(message.receipts)
  const wait = receipts.waits[Number(attributes.ApproximateReceiveCount) - 1]
  if (unknown.length === 0 || wait === undefined) return
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: wait }),
  )
  throw new NotKnown(`${unknown.length} receipts of messages that are not known here`)
}

/** Keeps what became of each SMS: what its receipt says, and that it failed when the sender's queue gave it up (P3a). */
export const handler = (batch: SQSEvent): Promise<SQSBatchResponse> =>
  takeEach(batch, take, (error, messageId) => {
    if (error instanceof NotKnown) log.debug('receipts not known', { why: error.message, messageId })
    else log.error('not kept', { name: nameOf(error), messageId })
  })
