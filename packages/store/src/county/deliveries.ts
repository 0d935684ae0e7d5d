import { secondsOf } from '@xieshang/kernel'
import type { SmsOutcome, SmsProblem } from '@xieshang/rules'
import type { Delivery } from '../entities/change.ts'
import { type Attributes, type Condition, notExists, type Update, type Write } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { eachOf } from './each.ts'
import * as entities from './entities/index.ts'
import type { deliveryStates } from './entities/telling.ts'

/** A provider's word on a message that it had taken. */
export type Receipt = { readonly message: string; readonly at: string; readonly delivered: boolean }

type Status = (typeof deliveryStates)[number]

const underWay: readonly Status[] = ['handingOver', 'sending']

/** A hand-over that has not ended by then was cut off: longer than a sender lives. */
const cutOffMs = 60_000
/** Providers report for three days at most; a receipt after that is of nobody we know. */
const receiptSeconds = 30 * 86_400

const keyOf = entities.delivery.key
const inOne = (states: readonly Status[]): Condition => ({
  expression: `#status IN (${states.map((state) => `:${state}`).join(', ')})`,
  values: Object.fromEntries(states.map((state) => [state, state])),
})

/** What a seat shows is what became of the latest event that it was told of. */
const latest = (event: number): Condition => ({
  expression: 'attribute_exists(#PK) AND (attribute_not_exists(#smsEvent) OR #smsEvent <= :event)',
  values: { event },
})

type Ending = {
  readonly outcome: SmsOutcome
  readonly from: readonly Status[]
  readonly at: string
  readonly why?: SmsProblem
  readonly set?: Attributes
  readonly also?: readonly Write[]
}

/**
 * The states of a delivery: `waiting`; `handingOver`, written before the provider is called; then `sent` (the provider has
 * it), `failed` (nobody has it) or `uncertain` (nobody knows); and by a receipt `delivered` or `failed`. Nothing leads
 * from a hand-over back to waiting but a refusal that is certain, so nobody gets an SMS twice.
 */
export function openDeliveries(table: Table) {
  /** Delivery and seat at once. @returns whether the delivery was in one of the states that it may come from */
  async function end(delivery: Delivery, { outcome, from, at, why, set = {}, also = [] }: Ending): Promise<boolean> {
    const own: Write = {
      update: {
        ...keyOf(delivery),
        set: { status: outcome, [`${outcome}At`]: at, ...(why && { reason: why }), ...set },
      },
      condition: inOne(from),
    }
    const seat = entities.seat.key(delivery)
    // S2: told when the phone has it; the first telling stays.
    const told: Update = outcome === 'delivered' ? { init: { told: { channel: 'sms', at } } } : {}
    const shown = {
      ...told,
      set: { sms: outcome, smsAt: at, smsEvent: delivery.event, ...(why !== undefined && { smsProblem: why }) },
      ...(why === undefined && { remove: ['smsProblem'] }),
    }
    const attempts: readonly (readonly Write[])[] = [
      [{ update: { ...seat, ...shown }, condition: latest(delivery.event) }],
      // A later event shows already, or the seat is gone: then only what this one adds is kept.
      ...(told.init === undefined
        ? []
        : [[{ update: { ...seat, ...told }, condition: { expression: 'attribute_exists(#PK)' } }]]),
      [],
    ]
    for (const beside of attempts) {
      const done = await table.transact([own, ...beside, ...also])
      if (done.done) return true
      if (done.refused.includes(0)) return false
    }
    return false
  }

  const uncertain = (delivery: Delivery, at: string) => end(delivery, { outcome: 'uncertain', from: underWay, at })

  /**
   * Whether it may be handed over: `done` when nothing is left to do, `held` while another sender is at it; one that was
   * cut off at it may have sent, so that is uncertain and done.
   */
  async function standing(delivery: Delivery, now: string): Promise<'waiting' | 'done' | 'held'> {
    const item = await table.get(keyOf(delivery))
    if (item === undefined) return 'done'
    const { status, handedOverAt, leaseUntil = '' } = entities.delivery.read(item)
    if (status === 'waiting') return 'waiting'
    if (!underWay.includes(status)) return 'done'
    if (Date.parse(now) - Date.parse(handedOverAt ?? leaseUntil) <= cutOffMs) return 'held'
    await uncertain(delivery, now)
    return 'done'
  }

  return {
    /**
     * One delivery of an event to each of these seats that has a phone; those that are there already stay as they are.
     * @returns the seats that are not made yet
     */
    async prepare(consultation: string, event: number, seats: readonly number[]): Promise<number[]> {
      const items = await table.getMany(seats.map((seat) => entities.seat.key({ consultation, seat })))
      const phones = new Map(items.map(entities.seat.read).map(({ seat, phone }) => [seat, phone]))
      await eachOf(
        seats.filter((seat) => phones.get(seat) !== undefined),
        async (seat) => {
          const delivery: Delivery = { consultation, event, seat }
          await table.put(entities.delivery.item({ ...delivery, status: 'waiting', attempts: 0 }), notExists)
        },
      )
      return seats.filter((seat) => !phones.has(seat))
    },

    standing,

    /** Written before the provider is called; what another sender has taken or gives back just now is `held`. */
    async handOver(delivery: Delivery, now: string): Promise<'taken' | 'done' | 'held'> {
      const taken = await table.update(
        keyOf(delivery),
        { set: { status: 'handingOver', handedOverAt: now }, add: { attempts: 1 } },
        inOne(['waiting']),
      )
      if (taken) return 'taken'
      const found = await standing(delivery, now)
      return found === 'waiting' ? 'held' : found
    },

    /** After a refusal that is certain: the next try begins anew. */
    async giveBack(delivery: Delivery): Promise<void> {
      await table.update(keyOf(delivery), { set: { status: 'waiting' } }, inOne(['handingOver']))
    },

    /** The provider took it, and will name it in its receipt. */
    async sent(delivery: Delivery, message: string, at: string): Promise<void> {
      const receipt = entities.receipt.item({ message, ...delivery, expiresAt: secondsOf(at) + receiptSeconds })
      await end(delivery, {
        outcome: 'sent',
        from: ['handingOver', 'uncertain'],
        at,
        set: { messageId: message },
        also: [{ put: receipt }],
      })
    },

    /** Nobody knows whether the provider took it. It is not tried again by itself. */
    uncertain,

    /** P3a: whoever cannot be reached by SMS lands on the door-to-door list. */
    async failed(delivery: Delivery, why: SmsProblem, at: string): Promise<void> {
      await end(delivery, { outcome: 'failed', from: ['waiting', 'handingOver'], at, why })
    },

    /** What the queue gave up: failed when it never came to a hand-over, uncertain when it was cut off in one. */
    async giveUp(delivery: Delivery, at: string): Promise<void> {
      if (await end(delivery, { outcome: 'failed', from: ['waiting'], at, why: 'notSent' })) return
      await uncertain(delivery, at)
    },

    /**
     * Keeps what receipts say. The phone's own word counts for good; a failure counts against what is not delivered.
     * @returns those of no message that is known here
     */
    async received(receipts: readonly Receipt[]): Promise<Receipt[]> {
      const messages = [...new Set(receipts.map(({ message }) => message))]
      const items = await table.getMany(messages.map((message) => entities.receipt.key({ message })))
      const known = new Map(items.map(entities.receipt.read).map((receipt) => [receipt.message, receipt]))
      const unknown: Receipt[] = []
      for (const receipt of receipts) {
        const delivery = known.get(receipt.message)
        const { at } = receipt
        if (delivery === undefined) unknown.push(receipt)
        else if (receipt.delivered)
          await end(delivery, { outcome: 'delivered', from: ['sent', 'handingOver', 'uncertain', 'failed'], at })
        else
          await end(delivery, {
            outcome: 'failed',
            from: ['sent', 'handingOver', 'uncertain'],
            at,
            why: 'notDelivered',
          })
      }
      return unknown
    },
  }
}
