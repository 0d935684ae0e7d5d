import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'

type Attributes = Readonly<Record<string, string>>

/** A queue as its template says it: what its subscription lets through, how many at once, how often. */
export type QueueOptions = {
  readonly filter: (attributes: Attributes) => boolean
  readonly consume: (batch: SQSEvent) => Promise<SQSBatchResponse>
  readonly batchSize?: number
  readonly receives?: number
}

type Waiting = { readonly body: string; readonly id: string; received: number; from: number }

const hiddenMs = 100
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const eventOf = (batch: readonly Waiting[]): SQSEvent =>
  ({
    Records: batch.map(({ body, id, received }) => ({
      messageId: id,
      receiptHandle: id,
      body,
      attributes: { ApproximateReceiveCount: String(received) },
      messageAttributes: {},
    })),
  }) as unknown as SQSEvent

/** The queues of a topic, in memory. What a consumer hands back is tried again, and in the end laid aside. */
export function openQueues() {
  const queues: (QueueOptions & { waiting: Waiting[] })[] = []
  const dead: string[] = []
  let sent = 0

  return {
    dead,

    subscribe(options: QueueOptions): void {
      queues.push({ ...options, waiting: [] })
    },

    /** @throws Error for a message that no queue takes: then this copy of the wiring is behind the templates */
    publish(attributes: Attributes, body: string): void {
      const takers = queues.filter(({ filter }) => filter(attributes))
      if (takers.length === 0) throw new Error(`Nobody takes ${JSON.stringify(attributes)}`)
      sent++
      for (const { waiting } of takers) waiting.push({ body, id: String(sent), received: 0, from: 0 })
    },

    /** Gives every queue one batch. @returns whether anything waits or was taken */
    async turn(): Promise<boolean> {
      const busy = queues.filter(({ waiting }) => waiting.length > 0)
      let taken = 0
      for (const queue of busy) {
        const { batchSize = 10, receives = 5 } = queue
        const batch = queue.waiting.filter(({ from }) => from <= Date.now()).slice(0, batchSize)
        if (batch.length === 0) continue
        taken += batch.length
        queue.waiting = queue.waiting.filter((message) => !batch.includes(message))
        for (const message of batch) message.received++
        const { batchItemFailures } = await queue.consume(eventOf(batch))
        const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
        for (const message of batch.filter(({ id }) => failed.has(id))) {
          if (message.received >= receives) dead.push(message.body)
          else queue.waiting.push({ ...message, from: Date.now() + hiddenMs })
        }
      }
      if (busy.length > 0 && taken === 0) await pause(hiddenMs / 2)
      return busy.length > 0
    },
  }
}

export type Queues = ReturnType<typeof openQueues>
