import { renderSms, type SmsContent } from '@xieshang/channels'
import type { ConsultationEvent, SmsProblem } from '@xieshang/rules'
import type { CountyStore, Delivery, openPeople, Secrets } from '@xieshang/store'

export type Wording = {
  readonly store: CountyStore
  readonly secrets: Secrets
  readonly people: ReturnType<typeof openPeople>
  readonly tenant: string
  /** Where links begin. */
  readonly origin: string
}

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
export async function messageOf(
  { store, secrets, people, tenant, origin }: Wording,
  delivery: Delivery,
): Promise<{ readonly phone: string; readonly text: string } | { readonly why: SmsProblem }> {
  const { consultation, seat } = delivery
  const [state, event, seated, token, places] = await Promise.all([
    store.consultations.load(consultation),
    store.consultations.event(consultation, delivery.event),
    store.seats.get(consultation, seat),
    store.seats.linkToken(secrets, consultation, seat),
    store.places.known(),
  ])
  if (state === undefined || event === undefined || seated === undefined || token === undefined)
    return { why: 'notSent' }
  const phone = await people.phoneOf(seated.person)
  if (phone === undefined) return { why: 'numberMissing' }
  const content = contentOf(event, places.nameOf(state.division), state.topic.title, `${origin}/r/${tenant}/${token}`)
  return content === undefined ? { why: 'notSent' } : { phone, text: renderSms(content).text }
}
