import { gunzipSync } from 'node:zlib'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import * as z from 'zod'
import type { SmsAnswer, SmsProvider, SmsReceipt } from './provider.ts'

const wrongNumber: readonly string[] = ['InvalidParameter', 'InvalidParameterException', 'InvalidParameterValue']
const optedOut: readonly string[] = ['OptedOut', 'OptedOutException']
/** Errors of the connection after which nothing was sent. */
const neverSent: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']

const statusOf = (error: Error): unknown =>
  '$metadata' in error && typeof error.$metadata === 'object' && error.$metadata !== null
    ? (error.$metadata as { readonly httpStatusCode?: unknown }).httpStatusCode
    : undefined

/** Only a refusal that says so, or a connection that never was, is certain. */
function answerTo(error: unknown): SmsAnswer {
  if (!(error instanceof Error)) return { kind: 'uncertain' }
  const { name } = error
  if (wrongNumber.includes(name)) return { kind: 'refused', why: 'numberWrong', lasting: true }
  if (optedOut.includes(name)) return { kind: 'refused', why: 'optedOut', lasting: true }
  const status = statusOf(error)
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const busy = status === 429 || /throttl|limit|toomany/i.test(name)
    return { kind: 'refused', why: busy ? 'busy' : 'refused', lasting: false }
  }
  const unsent = name === 'CredentialsProviderError' || ('code' in error && neverSent.includes(error.code))
  return unsent ? { kind: 'refused', why: 'busy', lasting: false } : { kind: 'uncertain' }
}

const payloadSchema = z.object({ awslogs: z.object({ data: z.string() }) })
const eventsSchema = z.object({
  messageType: z.string(),
  logEvents: z.array(z.object({ message: z.string() })),
})
const statusSchema = z.object({
  notification: z.object({ messageId: z.string().min(1), timestamp: z.string() }),
  delivery: z.object({
    providerResponse: z.string().optional(),
    dwellTimeMsUntilDeviceAck: z.number().optional(),
  }),
  status: z.enum(['SUCCESS', 'FAILURE']),
})

/** SNS writes `2016-06-28 00:40:34.558`, in UTC. */
const instantOf = (timestamp: string): string => new Date(`${timestamp.replace(' ', 'T')}Z`).toISOString()

function receiptOf(line: string): SmsReceipt[] {
  const { notification, delivery, status } = statusSchema.parse(JSON.parse(line))
  const { messageId: message, timestamp } = notification
  const at = instantOf(timestamp)
  if (status === 'FAILURE') return [{ message, at, delivered: false }]
  // That the carrier has it is no more than was known: only the phone's own word is a receipt.
  const acknowledged =
    delivery.dwellTimeMsUntilDeviceAck !== undefined || / by phone$/.test(delivery.providerResponse ?? '')
  return acknowledged ? [{ message, at, delivered: true }] : []
}

/**
 * SMS by Amazon SNS. Its receipts are lines of its delivery log, as a subscription of CloudWatch Logs hands them over.
 * @param timeoutMs after which an answer counts as lost
 */
export function snsProvider({ timeoutMs }: { readonly timeoutMs: number }): SmsProvider {
  const client = new SNSClient({
    // The SDK's own second try would be a second SMS.
    maxAttempts: 1,
    // A connection that was kept and has died meanwhile cannot be told from an answer that was lost.
    requestHandler: { httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } },
  })
  return {
    async send(phone, text) {
      try {
        const { MessageId } = await client.send(new PublishCommand({ PhoneNumber: phone, Message: text }), {
          abortSignal: AbortSignal.timeout(timeoutMs),
        })
        return MessageId === undefined ? { kind: 'uncertain' } : { kind: 'accepted', message: MessageId }
      } catch (error) {
        return answerTo(error)
      }
    },

    receipts(report) {
      const { awslogs } = payloadSchema.parse(report)
      const text = gunzipSync(Buffer.from(awslogs.data, 'base64')).toString('utf8')
      const { messageType, logEvents } = eventsSchema.parse(JSON.parse(text))
      return messageType === 'DATA_MESSAGE' ? logEvents.flatMap(({ message }) => receiptOf(message)) : []
    },
  }
}
