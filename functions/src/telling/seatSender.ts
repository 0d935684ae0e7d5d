import { deliverySchema, type SeatChannel, type SmsProvider } from '@xieshang/channels'
import { type Delivery, openConsultations, openDeliveries, openPlaces, openSeats } from '@xieshang/store'
import { county } from '../wiring/county.ts'
import { environment } from '../wiring/environment.ts'
import { logOf } from '../wiring/log.ts'
import { Later, parallelQueueFunction } from '../wiring/queue.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { messageOf } from './message.ts'

/** Time to write down what came of a message; the function's own end is further off than this and the answer together. */
const recordMs = 3000

/**
 * The sender of a channel that tells each seat: each message at most once. A refusal that passes leaves only that message
 * in the queue.
 * @param answerMs an answer of the provider that takes longer counts as lost
 */
export function seatSender(channel: SeatChannel, provider: SmsProvider, answerMs: number) {
  const { tenant, table } = county()
  const deliveries = openDeliveries(table)
  const store = { consultations: openConsultations(table), seats: openSeats(table), places: openPlaces(table) }
  const wording = { store, tenant, origin: environment('PUBLIC_ORIGIN').PUBLIC_ORIGIN, ...withSecrets(table, tenant) }
  const log = logOf(channel.name)
  const now = () => new Date().toISOString()

  async function deliver(delivery: Delivery, last: boolean, msLeft: () => number): Promise<void> {
    // Of a message that comes again nothing is unsealed.
    const found = await deliveries.standing(delivery, now())
    if (found === 'done') return
    if (found === 'held') throw new Later('Another sender is at it')
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

  return parallelQueueFunction(log, ({ body, attributes }, context) => {
    const last = Number(attributes.ApproximateReceiveCount) >= channel.queue.receives
    return deliver(deliverySchema.parse(JSON.parse(body)), last, () => context.getRemainingTimeInMillis())
  })
}
