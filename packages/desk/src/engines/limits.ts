/** What a batch or message may hold, attributes included; SNS counts a whole batch. */
export const mostMessageBytes = 256 * 1024

type Json = Readonly<Record<string, unknown>>

const bytes = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [name, one]) => sum + Buffer.byteLength(name) + bytes(one), 0)
}

/** Bytes of the texts of a request to SNS, whose form has a field for each. */
const snsBytes = (form: Json) =>
  Object.entries(form).reduce(
    (sum, [name, value]) =>
      /(^|\.)(Message|Name|DataType|StringValue|BinaryValue)$/.test(name) ? sum + bytes(value) : sum,
    0,
  )

const sqsBytes = ({ MessageBody, MessageAttributes }: Json) => bytes(MessageBody) + bytes(MessageAttributes)

/** Why a message is too long to be taken, as the service says it. */
export function tooLong(service: string, operation: string, body: Json): { code: string; message: string } | undefined {
  if (service === 'sns' && operation.startsWith('Publish') && snsBytes(body) > mostMessageBytes)
    return operation === 'PublishBatch'
      ? {
          code: 'BatchRequestTooLong',
          message: 'The length of all the batch messages put together is more than the limit.',
        }
      : { code: 'InvalidParameter', message: 'Invalid parameter: Message too long' }
  if (service !== 'sqs' || !operation.startsWith('SendMessage')) return undefined
  const entries = operation === 'SendMessageBatch' && Array.isArray(body.Entries) ? (body.Entries as Json[]) : [body]
  return entries.reduce((sum, entry) => sum + sqsBytes(entry), 0) > mostMessageBytes
    ? {
        code: 'InvalidParameterValue',
        message: 'One or more parameters are invalid. Message must be shorter than 262144 bytes.',
      }
    : undefined
}
