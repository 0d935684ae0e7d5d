import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs'
import type { LocalFunction } from '../lambda/function.ts'
import { openLoop } from './loop.ts'

export type QueueSource = {
  readonly queueUrl: string
  readonly queueArn: string
  readonly target: LocalFunction
  readonly batchSize: number
  readonly partialFailures: boolean
  readonly concurrency: number
  /** Whether a message is handed on; another one is done with. */
  readonly wanted: (message: unknown) => boolean
}

type Response = { readonly batchItemFailures?: readonly { readonly itemIdentifier: string }[] } | null

const eventRecord = (message: Message, queueArn: string) => ({
  messageId: message.MessageId,
  receiptHandle: message.ReceiptHandle,
  body: message.Body,
  attributes: message.Attributes ?? {},
  messageAttributes: Object.fromEntries(
    Object.entries(message.MessageAttributes ?? {}).map(([name, value]) => [
      name,
      { stringValue: value.StringValue, dataType: value.DataType, stringListValues: [], binaryListValues: [] },
    ]),
  ),
  md5OfBody: message.MD5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: queueArn.split(':')[3],
})

/** A body as filters see it: what it holds when it is JSON. */
function parsed(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '')
  } catch (error) {
    if (error instanceof SyntaxError) return body
    throw error
  }
}

/** Every worker holds a connection while its queue is empty: nine counties hold more than the SDK's fifty. */
const mostConnections = 2_000

export const openQueues = (config: SQSClientConfig): SQSClient =>
  new SQSClient({ ...config, requestHandler: { httpAgent: { maxSockets: mostConnections } } })

/** Hands a queue's messages to a function in batches; what it did not take comes again after its visibility timeout. */
export function followQueue(client: SQSClient, source: QueueSource, log: (message: string) => void) {
  let handling = 0
  const abort = new AbortController()

  async function handle(messages: readonly Message[]): Promise<void> {
    let failed: readonly string[]
    try {
      const Records = messages
        .map((message) => eventRecord(message, source.queueArn))
        .filter((record) => source.wanted({ ...record, body: parsed(record.body) }))
      const response = (Records.length === 0 ? null : await source.target.invoke({ Records })) as Response
      failed = source.partialFailures
        ? (response?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier)
        : []
    } catch (error) {
      log(`${source.target.name}: ${error instanceof Error ? error.message : String(error)}`)
      failed = messages.map((message) => message.MessageId ?? '')
    }
    const done = messages.filter((message) => !failed.includes(message.MessageId ?? ''))
    if (done.length > 0)
      await client.send(
        new DeleteMessageBatchCommand({
          QueueUrl: source.queueUrl,
          Entries: done.map((message, index) => ({ Id: String(index), ReceiptHandle: message.ReceiptHandle })),
        }),
      )
  }

  const worker = () =>
    openLoop(
      async () => {
        const { Messages: messages = [] } = await client.send(
          new ReceiveMessageCommand({
            QueueUrl: source.queueUrl,
            MaxNumberOfMessages: Math.min(10, source.batchSize),
            WaitTimeSeconds: 10,
            MessageAttributeNames: ['All'],
            MessageSystemAttributeNames: ['All'],
          }),
          { abortSignal: abort.signal },
        )
        if (messages.length === 0) return
        handling++
        try {
          await handle(messages)
        } finally {
          handling--
        }
      },
      (error) => {
        if (!abort.signal.aborted) log(`${source.queueUrl}: ${String(error)}`)
      },
      () => new Promise((resolve) => setTimeout(resolve, 500)),
    )
  const workers = Array.from({ length: Math.min(2, source.concurrency) }, worker)
  return {
    busy: () => handling,
    async stop(): Promise<void> {
      abort.abort()
      await Promise.all(workers.map((one) => one.stop()))
    },
  }
}
