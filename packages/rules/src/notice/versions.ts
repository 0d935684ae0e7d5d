import { from } from '@xieshang/kernel'
import { seatSet } from '../participants/seatSet.ts'
import type { NoticeEvents } from './events.ts'

type TellingRecorded1 = Omit<NoticeEvents['TellingRecorded'], 'seats'> & { readonly seats: readonly number[] }

export const noticeVersions = {
  // 2: seats as sets, which no longer grow with the list.
  TellingRecorded: [
    from<TellingRecorded1, NoticeEvents['TellingRecorded']>((data) => ({ ...data, seats: seatSet(data.seats) })),
  ],
}
