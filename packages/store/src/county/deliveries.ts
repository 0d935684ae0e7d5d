import { notExists, type Table } from '../table/table.ts'
import { eachOf } from './each.ts'
import { keys } from './keys.ts'

/** One SMS to one seat: what the county topic carries to the sender. No number, no name, no link. */
export type Delivery = {
  readonly consultation: string
  /** Number of the event it tells of. */
  readonly event: number
  readonly seat: number
}

/** How long a sender may hold a delivery before another takes it up. */
const leaseMs = 30_000

/**
 * The states of a delivery are `waiting`, `sending`, `sent` and `failed`. A message seen twice finds it sent; a sender
 * that died is followed by another after its lease.
 */
export function openDeliveries(table: Table) {
  return {
    /**
     * One delivery of an event to each of these seats that has a phone; those that are there already stay as they are.
     * @returns the seats that are not made yet
     */
    async prepare(consultation: string, event: number, seats: readonly number[]): Promise<number[]> {
      const items = await table.getMany(seats.map((seat) => keys.seat(consultation, seat)))
      const phones = new Map(items.map(({ SK, phone }) => [SK, phone]))
      const skOf = (seat: number) => keys.seat(consultation, seat).SK
      await eachOf(
        seats.filter((seat) => phones.get(skOf(seat)) !== undefined),
        async (seat) => {
          const delivery: Delivery = { consultation, event, seat }
          await table.put(
            { ...keys.delivery(consultation, event, seat), ...delivery, status: 'waiting', attempts: 0 },
            notExists,
          )
        },
      )
      return seats.filter((seat) => !phones.has(skOf(seat)))
    },

    /** Takes a delivery up. `done` when nothing is left to do, `held` while another sender has it. */
    async take(delivery: Delivery, now: string): Promise<'taken' | 'done' | 'held'> {
      const key = keys.delivery(delivery.consultation, delivery.event, delivery.seat)
      const leaseUntil = new Date(Date.parse(now) + leaseMs).toISOString()
      const taken = await table.update(
        key,
        { set: { status: 'sending', leaseUntil }, add: { attempts: 1 } },
        {
          expression: '#status = :waiting OR (#status = :sending AND #leaseUntil < :now)',
          values: { waiting: 'waiting', sending: 'sending', now },
        },
      )
      if (taken) return 'taken'
      const seen = await table.get(key)
      return seen?.status === 'sending' ? 'held' : 'done'
    },

    /** Gives a delivery back after a passing failure, so that the next try need not wait for the lease. */
    async giveBack(delivery: Delivery): Promise<void> {
      await table.update(
        keys.delivery(delivery.consultation, delivery.event, delivery.seat),
        { set: { status: 'waiting' }, remove: ['leaseUntil'] },
        { expression: '#status = :sending', values: { sending: 'sending' } },
      )
    },

    /** S2: an SMS that the network took counts as telling; the first telling stays. */
    async sent(delivery: Delivery, messageId: string, at: string): Promise<void> {
      await table.transact([
        {
          update: {
            ...keys.delivery(delivery.consultation, delivery.event, delivery.seat),
            set: { status: 'sent', messageId, sentAt: at },
            remove: ['leaseUntil'],
          },
        },
        {
          update: {
            ...keys.seat(delivery.consultation, delivery.seat),
            set: { sms: 'sent' },
            init: { told: { channel: 'sms', at } },
          },
          condition: { expression: 'attribute_exists(#PK)' },
        },
      ])
    },

    /** P3a: whoever cannot be reached by SMS lands on the door-to-door list. */
    async failed(delivery: Delivery, reason: string, at: string): Promise<void> {
      await table.transact([
        {
          update: {
            ...keys.delivery(delivery.consultation, delivery.event, delivery.seat),
            set: { status: 'failed', reason, failedAt: at },
            remove: ['leaseUntil'],
          },
        },
        {
          update: { ...keys.seat(delivery.consultation, delivery.seat), set: { sms: 'failed' } },
          condition: { expression: 'attribute_exists(#PK)' },
        },
      ])
    },
  }
}
