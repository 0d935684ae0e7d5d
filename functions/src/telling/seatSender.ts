import { deliverySchema, type SeatChannel, type SmsProvider } from '@xieshang/channels'
import { createLog } from '@xieshang/http'
import type { Delivery } from '@xieshang/store'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { county } from '../wiring/county.ts'
import { required } from '../wiring/environment.ts'
import { nameOf } from '../wiring/queue.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { messageOf } from './message.ts'

/** Time to write down what came of a message; the function's own end is further off than this and the answer together. */
const recordMs = 3000

/** It stays in the queue, and nothing is wrong with it. */
class Later extends Error {}

/**
 * The sender of a channel that tells each seat: each message at most once. A refusal that passes leaves only that message
 * in the queue.
 * @param answerMs an answer of the provider that takes longer counts as lost
 */
export function seatSender(channel: SeatChannel, provider: SmsProvider, answerMs: number) {
  const { tenant, table, store } = county()
  const { deliveries } = store
  const wording = { store, tenant, origin: required('PUBLIC_ORIGIN'), ...withSecrets(table, tenant) }
  const log = createLog({ function: channel.name, tenant })
  const now = () => new Date().toISOString()

  async function deliver(delivery: Delivery, last: boolean, msLeft: () => number): Promise<void> {
    const message = await messageOf(channel, wording, delivery)
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

  const take = async ({ body, attributes }: SQSRecord, msLeft: () => number): Promise<void> => {
    const last = Number(attributes.ApproximateReceiveCount) >= channel.queue.receives
    return deliver(deliverySchema.parse(JSON.parse(body)), last, msLeft)
  }

  return async (batch: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<SQSBatchResponse> => {
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
}
