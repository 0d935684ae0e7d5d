import { type SeatChannel, wordsTo } from '@xieshang/channels'
import type { PlaceCode } from '@xieshang/kernel'
import type { SmsProblem } from '@xieshang/rules'
import type { CountyStore, Delivery, openPeople, Secrets } from '@xieshang/store'

export type Wording = {
  readonly store: Pick<CountyStore, 'consultations' | 'seats' | 'places'>
  readonly secrets: Secrets
  readonly people: ReturnType<typeof openPeople>
  readonly tenant: PlaceCode
  /** Where links begin. */
  readonly origin: string
}

/** The number and the text of a delivery, or why there is none. */
export async function messageOf(
  channel: SeatChannel,
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
  const place = places.nameOf(state.division)
  const text = wordsTo(channel, event, { place, title: state.topic.title, link: `${origin}/r/${tenant}/${token}` })
  return text === undefined ? { why: 'notSent' } : { phone, text }
}
