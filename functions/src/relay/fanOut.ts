import { type ConsultationEvent, onlineSeatsOf } from '@xieshang/rules'
import type { CountyStore, Delivery } from '@xieshang/store'

/** Whom an event tells by SMS. The sender writes the words; here is only who. */
export async function deliveriesOf(store: CountyStore, event: ConsultationEvent): Promise<Delivery[]> {
  const to = async (include: (seat: number) => boolean): Promise<Delivery[]> =>
    (await store.seats.list(event.consultation))
      .filter((seat) => seat.phone !== undefined && include(seat.seat))
      .map(({ seat }) => ({ consultation: event.consultation, event: event.number, seat }))

  switch (event.type) {
    case 'NoticeIssued':
    case 'OutcomePublished':
      return event.data.channels.includes('sms') ? to(() => true) : []
    case 'RoundOpened': {
      if (event.data.method !== 'online') return []
      const state = await store.consultations.load(event.consultation)
      const voters = new Set(state?.list === undefined ? [] : onlineSeatsOf(state.list, event.data))
      return to((seat) => voters.has(seat))
    }
    default:
      return []
  }
}
