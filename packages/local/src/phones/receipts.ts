import { gzipSync } from 'node:zlib'
import type { Subscriber } from '@xieshang/desk'
import type { State } from '@xieshang/desk/kept'
import type { PhoneMessage } from './phones.ts'
import { makePhoneTables } from './tables.ts'

const mostAtOnce = 100
const pauseMs = 50
const againMs = 2000

/** A phone of the desk has what it was sent: SNS would write this line. */
const lineOf = ({ id, number, at }: PhoneMessage): string =>
  JSON.stringify({
    notification: { messageId: id, timestamp: at.replace('T', ' ').replace('Z', '') },
    delivery: {
      phoneCarrier: 'desk',
      numberOfMessageParts: 1,
      destination: number,
      smsType: 'Transactional',
      providerResponse: 'Message has been accepted by phone',
      dwellTimeMs: 1,
      dwellTimeMsUntilDeviceAck: 1,
    },
    status: 'SUCCESS',
  })

/**
 * The delivery log that SNS keeps of SMS, and its subscriptions. What a subscriber did not take comes again, after a
 * restart too.
 */
export function openReceipts(state: State, logGroup: string, log: (line: string) => void) {
  makePhoneTables(state)
  const subscribers = new Map<string, Subscriber>()
  const note = state.db.prepare('INSERT OR IGNORE INTO receipts (id) VALUES (?)')
  const pending = state.db.prepare(
    'SELECT messages.* FROM receipts JOIN messages ON messages.id = receipts.id ORDER BY messages.rowid LIMIT ?',
  )
  const done = state.db.prepare('DELETE FROM receipts WHERE id = ?')
  let timer: NodeJS.Timeout | undefined
  let started = false
  let stopped = false
  let handing: Promise<void> = Promise.resolve()

  async function hand(): Promise<void> {
    const messages = pending
      .all(mostAtOnce)
      .map((row): PhoneMessage => ({ id: String(row.id), number: String(row.number), text: '', at: String(row.at) }))
    if (messages.length === 0 || stopped) return
    const data = gzipSync(
      JSON.stringify({
        messageType: 'DATA_MESSAGE',
        owner: '',
        logGroup,
        logStream: 'desk',
        subscriptionFilters: [...subscribers.keys()],
        logEvents: messages.map((message) => ({
          id: message.id,
          timestamp: Date.parse(message.at),
          message: lineOf(message),
        })),
      }),
    ).toString('base64')
    for (const subscriber of subscribers.values()) await subscriber.invoke({ awslogs: { data } })
    for (const { id } of messages) done.run(id)
    if (messages.length === mostAtOnce) soon(0)
  }

  function soon(ms: number): void {
    if (timer !== undefined || !started || stopped || subscribers.size === 0) return
    timer = setTimeout(() => {
      timer = undefined
      handing = handing.then(hand).catch((error: unknown) => {
        log(`${logGroup}: ${String(error)}`)
        soon(againMs)
      })
    }, ms)
    timer.unref()
  }

  return {
    /** A subscription filter: every line goes to a function. */
    subscribe(name: string, subscriber: Subscriber): void {
      subscribers.set(name, subscriber)
    },
    /** From now on, lines are handed over: those first that nobody took before the last end. */
    start(): void {
      started = true
      soon(0)
    },
    /** A phone received a message. */
    received(id: string): void {
      note.run(id)
      soon(pauseMs)
    },
    async stop(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      await handing
    },
  }
}
