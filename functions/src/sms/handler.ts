import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { findDivision } from '@xieshang/divisions'
import { createLog } from '@xieshang/http'
import { renderSms, type SmsContent } from '@xieshang/notices'
import type { ConsultationEvent } from '@xieshang/rules'
import type { Delivery } from '@xieshang/store'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { county } from '../wiring/county.ts'
import { required } from '../wiring/environment.ts'
import { withSecrets } from '../wiring/secrets.ts'
import { deliverySchema } from './delivery.ts'

const { tenant, table, store } = county()
const { secrets, people } = withSecrets(table, tenant)
const origin = required('PUBLIC_ORIGIN')
const sns = new SNSClient()
const log = createLog({ function: 'sms', tenant })

/** Refusals that trying again cannot mend: a wrong number, or somebody who wants no messages. */
const final: readonly string[] = [
  'InvalidParameter',
  'InvalidParameterException',
  'InvalidParameterValue',
  'OptedOut',
  'OptedOutException',
]

/** What an event says in an SMS; undefined for one that is not told by SMS. */
function contentOf(event: ConsultationEvent, place: string, title: string, link: string): SmsContent | undefined {
  switch (event.type) {
    case 'NoticeIssued':
      return { kind: 'notice', place, title, meeting: event.data.meeting, link }
    case 'RoundOpened':
      return {
        kind: 'ballot',
        place,
        title,
        link,
        ...(event.data.closesAt !== undefined && { closesAt: event.data.closesAt }),
      }
    case 'OutcomePublished':
      return { kind: 'outcome', place, title, link }
    default:
      return undefined
  }
}

/** The number and the text of a delivery, or why there is none. */
async function messageOf(delivery: Delivery): Promise<{ phone: string; text: string } | { reason: string }> {
  const { consultation, seat } = delivery
  const [state, event, seated, token] = await Promise.all([
    store.consultations.load(consultation),
    store.consultations.event(consultation, delivery.event),
    store.seats.get(consultation, seat),
    store.seats.linkToken(secrets, consultation, seat),
  ])
  if (state === undefined || event === undefined || seated === undefined || token === undefined)
    return { reason: 'seatMissing' }
  const phone = await people.phoneOf(seated.person)
  if (phone === undefined) return { reason: 'numberMissing' }
  const place = findDivision(state.division)?.name ?? state.division
  const content = contentOf(event, place, state.topic.title, `${origin}/r/${tenant}/${token}`)
  return content === undefined ? { reason: 'notTold' } : { phone, text: renderSms(content).text }
}

async function deliver(delivery: Delivery): Promise<void> {
  const now = () => new Date().toISOString()
  const taken = await store.deliveries.take(delivery, now())
  if (taken === 'done') return
  if (taken === 'held') throw new Error('Another sender holds this delivery')
  try {
    const message = await messageOf(delivery)
    if ('reason' in message) return await store.deliveries.failed(delivery, message.reason, now())
    const { MessageId = '' } = await sns.send(new PublishCommand({ PhoneNumber: message.phone, Message: message.text }))
    await store.deliveries.sent(delivery, MessageId, now())
  } catch (error) {
    if (error instanceof Error && final.includes(error.name))
      return store.deliveries.failed(delivery, error.name, now())
    await store.deliveries.giveBack(delivery)
    throw error
  }
}

/** Sends SMS. A message that comes twice is sent once; a passing failure leaves only that message in the queue. */
export async function handler(batch: SQSEvent): Promise<SQSBatchResponse> {
  const failed = await Promise.all(
    batch.Records.map(async (record) => {
      try {
        await deliver(deliverySchema.parse(JSON.parse(record.body)))
        return []
      } catch (error) {
        log.warn('not delivered', { error, messageId: record.messageId })
        return [{ itemIdentifier: record.messageId }]
      }
    }),
  )
  return { batchItemFailures: failed.flat() }
}
