import { snsProvider } from '@xieshang/channels'
import { createLog } from '@xieshang/http'
import type { Delivery } from '@xieshang/store'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { county } from '../wiring/county.ts'
import { required } from '../wiring/environment.ts'
import { nameOf } from '../wiring/queue.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { deliverySchema } from './delivery.ts'
import { messageOf } from './message.ts'

const { tenant, table, store } = county()
const wording = { store, tenant, origin: required('PUBLIC_ORIGIN'), ...withSecrets(table, tenant) }
const log = createLog({ function: 'sms', tenant })

/** An answer that takes longer counts as lost. */
const answerMs = 6000
/** Time to write down what came of it; the function's own end is further off than both. */
const recordMs = 3000
const provider = snsProvider({ timeoutMs: answerMs })

/** As often as the queue gives a delivery before it lays it aside. */
const mostTries = 5

/** It stays in the queue, and nothing is wrong with it. */
class Later extends Error {}

async function deliver(delivery: Delivery, last: boolean, msLeft: () => number): Promise<void> {
  const now = () => new Date().toISOString()
  const { deliveries } = store
  const message = await messageOf(wording, delivery)
  if ('why' in message) return deliveries.failed(delivery, message.why, now())
  // What is begun now must be written down before the function ends.
  if (msLeft() < answerMs + recordMs) throw new Later('Too little time is left')
  const taken = await deliveries.handOver(delivery, now())
  if (taken === 'done') return
  if (taken === 'held') throw new Later('Another sender is at it')
  const answer = await provider.send(message.phone, message.text)
  switch (answer.kind) {
    case 'accepted':
      // Should this fail, the delivery is found in its hand-over later, and is uncertain: it is never given back.
      return deliveries.sent(delivery, answer.message, now())
    case 'uncertain': {
      await deliveries.uncertain(delivery, now())
      log.warn('answer lost', { ...delivery })
      return
    }
    case 'refused': {
      if (answer.lasting || last) return deliveries.failed(delivery, answer.why, now())
      await deliveries.giveBack(delivery)
      throw new Later(answer.why)
    }
  }
}

const take = async ({ body, attributes }: SQSRecord, msLeft: () => number): Promise<void> =>
  deliver(deliverySchema.parse(JSON.parse(body)), Number(attributes.ApproximateReceiveCount) >= mostTries, msLeft)

/** Sends SMS, each at most once. A refusal that passes leaves only that message in the queue. */
export async function handler(
  batch: SQSEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<SQSBatchResponse> {
  const failed = await Promise.all(
    batch.Records.map(async (record) => {
      try {
        await take(record, () => context.getRemainingTimeInMillis())
        return []
      } catch (error) {
        // What an error says may quote a number; its name does not.
        const why = error instanceof Later ? error.message : nameOf(error)
        log.warn('not delivered', { why, messageId: record.messageId })
        return [{ itemIdentifier: record.messageId }]
      }
    }),
  )
  return { batchItemFailures: failed.flat() }
}
