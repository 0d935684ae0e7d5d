import { type Implementation, implement, Problem } from '@xieshang/http'
import * as partsApi from '@xieshang/http/operations/consultationParts'
import { type Consultation, type SmsState, seatsIn, shownSms } from '@xieshang/rules'
import { type CountyStore, countedNow, doorToDoor, type Seat, unansweredOf } from '@xieshang/store'
import { page } from '../wiring/page.ts'

const smsOf = (state: Consultation, seat: Seat, now: string): SmsState => {
  if (seat.sms !== undefined) return shownSms(seat.sms, seat.smsAt, now)
  const announced = state.notices.some((notice) => notice.channels.includes('sms'))
  return announced && seat.phone !== undefined ? 'waiting' : 'none'
}

/** Seats as an officer sees them: told by an SMS, at the door, or not yet. */
function viewOf(state: Consultation, seats: readonly Seat[], now: string) {
  const tellings = state.tellings.map((telling) => ({ telling, on: new Set(seatsIn(telling.seats)) }))
  return seats.map((seat) => {
    const { opinions: _opinions, feedback: _feedback, told: own, smsAt: _at, ...rest } = seat
    const telling = tellings.find(({ on }) => on.has(seat.seat))?.telling
    const how = own ?? (telling === undefined ? undefined : { channel: telling.channel, at: telling.toldAt })
    return { ...rest, sms: smsOf(state, seat, now), ...(how !== undefined && { told: how }) }
  })
}

/** S2: a page of the seats, and of the whole list who was told and who is to be told at the door. */
export function seatOperations({
  consultations,
  seats,
  seatCounts,
}: Pick<CountyStore, 'consultations' | 'seats' | 'seatCounts'>): Implementation[] {
  return [
    implement(partsApi.getSeats, async ({ params, query, prove }) => {
      const state = await consultations.load(params.id)
      if (state === undefined) throw Problem.of('notFound')
      prove(state.division)
      const { seats: found, cursor } = await page(seats.page(state, query))
      // Of a list that is at hand whole nothing that was counted before is asked.
      const whole = found.length === (state.list?.listed ?? 0)
      const counts = whole ? countedNow(state, found) : await seatCounts.of(state)
      return {
        seats: viewOf(state, found, new Date().toISOString()),
        ...(cursor !== undefined && { cursor }),
        told: counts.told,
        doorToDoor: doorToDoor(state, counts),
        noPhone: counts.noPhone,
        unanswered: unansweredOf(state, counts),
      }
    }),
  ]
}
