import { type Answer, failure } from '../access/refusal.ts'
import type { TakeSms } from '../plugins/plugin.ts'

/** The one call of SNS that the engine refuses: a message to a phone number. */
export function publishToPhone(take: TakeSms | undefined, form: Readonly<Record<string, unknown>>): Answer {
  if (take === undefined) return failure('sns', 400, 'InvalidParameter', 'No plugin of this desk takes SMS')
  const number = String(form.PhoneNumber)
  if (!/^\+\d{8,15}$/.test(number)) return failure('sns', 400, 'InvalidParameter', 'Invalid parameter: PhoneNumber')
  const id = take(number, String(form.Message ?? ''))
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${id}</MessageId></PublishResult><ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></PublishResponse>`,
  }
}
