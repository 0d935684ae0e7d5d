import { from } from '@xieshang/kernel'
import { seatSet } from '../participants/seatSet.ts'
import type { SessionEvents } from './events.ts'

type AttendanceTaken1 = Omit<SessionEvents['AttendanceTaken'], 'present'> & { readonly present: readonly number[] }

export const sessionVersions = {
  // 2: seats as sets, which no longer grow with the list.
  AttendanceTaken: [
    from<AttendanceTaken1, SessionEvents['AttendanceTaken']>((data) => ({ ...data, present: seatSet(data.present) })),
  ],
}
