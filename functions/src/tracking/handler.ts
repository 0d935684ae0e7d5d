import { declared, deliverySchema, receiptsSchema } from '@xieshang/channels'
import { openDeliveries } from '@xieshang/store'
import type { SQSRecord } from 'aws-lambda'
import * as z from 'zod'
import { county } from '../wiring/county.ts'
import { logOf } from '../wiring/log.ts'
import { Later, queueFunction } from '../wiring/queue.ts'
import { waitingIn } from '../wiring/waiting.ts'

const deliveries = openDeliveries(county().table)
const { receipts } = declared.sms
const showAgain = waitingIn()

/** Either what the sender's queue gave up, or receipts. */
const messageSchema = z.union([receiptsSchema, deliverySchema])

async function take(record: SQSRecord): Promise<void> {
  const message = messageSchema.parse(JSON.parse(record.body))
  if (!('receipts' in message)) return deliveries.giveUp(message, new Date().toISOString())
  const unknown = await deliveries.received(message.receipts)
  const wait = receipts.waits[Number(record.attributes.ApproximateReceiveCount) - 1]
  // A message that is not known is most often another county's; it is given a moment all the same.
  if (unknown.length === 0 || wait === undefined) return
  await showAgain(record, wait)
  throw new Later(`${unknown.length} receipts of messages that are not known here`)
}

/** Keeps what became of each SMS: what its receipt says, and that it failed when the sender's queue gave it up (P3a). */
export const handler = queueFunction(logOf(receipts.function), take)
