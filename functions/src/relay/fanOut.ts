import { type ConsultationEvent, votingSeatsOf } from '@xieshang/rules'
import type { CountyStore, Delivery } from '@xieshang/store'

/** Whom an event tells by SMS. The sender writes the words; here is only who. */
export async function deliveriesOf(store: CountyStore, event: ConsultationEvent): Promise<Delivery[]> {
  const voters = async () => {
    const state = await store.consultations.load(event.consultation)
    return new Set(state?.list === undefined ? [] : votingSeatsOf(state.list))
  }
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
      const voting = await voters()
      return to((seat) => voting.has(seat))
    }
    default:
      return []
  }
}
