import { type SeatSet, type SmsState, seatSet, seatsIn, toDoorStates } from '@xieshang/rules'
import type { officer } from './api.ts'
import { eventually } from './city.ts'

/** A seat as the office reads it. */
export type Seat = {
  readonly seat: number
  readonly name: string
  readonly phone?: string
  readonly votes: boolean
  readonly told?: object
  readonly sms: SmsState
}

type Page = { readonly seats: readonly Seat[]; readonly cursor?: string; readonly doorToDoor: SeatSet }

/** All seats of a consultation, page by page, and who is to be told at the door, once both say the same. */
export const everySeat = (by: ReturnType<typeof officer>, id: string) =>
  eventually('the seats to be made and counted', async () => {
    const seats: Seat[] = []
    let page: Page
    let cursor = ''
    do {
      page = await by.get<Page>(`/consultations/${id}/seats?cursor=${cursor}`)
      seats.push(...page.seats)
      cursor = page.cursor ?? ''
    } while (cursor !== '')
    const { consultation } = await by.get<{ consultation: { list?: { listed: number } } }>(`/consultations/${id}`)
    const door = seats.filter(({ told, sms }) => told === undefined && toDoorStates.includes(sms))
    const settled =
      seats.length === consultation.list?.listed && seatSet(door.map(({ seat }) => seat)) === page.doorToDoor
    return settled ? { seats, doorToDoor: seatsIn(page.doorToDoor) } : undefined
  })
