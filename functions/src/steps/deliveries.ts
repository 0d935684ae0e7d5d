import { type ConsultationEvent, type List, onlineSeatsOf, seatsOnPage } from '@xieshang/rules'
import type { CountyStore } from '@xieshang/store'
import { NotYet, type Step } from './step.ts'

/** Whom of some seats an event tells by SMS. The sender writes the words; here is only who. */
function toldBy(event: ConsultationEvent, list: List, seats: readonly number[]): readonly number[] {
  switch (event.type) {
    case 'NoticeIssued':
    case 'OutcomePublished':
      return seats
    case 'RoundOpened': {
      const voters = new Set(onlineSeatsOf(list, event.data))
      return seats.filter((seat) => voters.has(seat))
    }
    default:
      return []
  }
}

/** Prepares an SMS to every seat of a page that an event tells. @throws NotYet while a seat is still to be made */
export async function prepareDeliveries(store: CountyStore, step: Step): Promise<void> {
  const { consultation, event: number, page } = step
  const [state, event] = await Promise.all([
    store.consultations.load(consultation),
    store.consultations.event(consultation, number),
  ])
  if (state?.list === undefined || event === undefined) throw new Error('No such event on a fixed list')
  const seats = toldBy(event, state.list, seatsOnPage(page, state.list.listed))
  const missing = await store.deliveries.prepare(consultation, number, seats)
  if (missing.length > 0) throw new NotYet(`${missing.length} seats are not made yet`)
}
