import { from } from '@xieshang/kernel'
import type { ParticipantsEvents } from './events.ts'
import { seatSet } from './seatSet.ts'
import type { ListedSeat } from './state.ts'

type ParticipantsFixed1 = Pick<ParticipantsEvents['ParticipantsFixed'], 'basis' | 'residents' | 'composition'> & {
  readonly seats: readonly ListedSeat[]
}

export const participantsVersions = {
  // 2: no person in the event; the seats lie on pages of their own, and those of version 1 on their own items alone.
  ParticipantsFixed: [
    from<ParticipantsFixed1, ParticipantsEvents['ParticipantsFixed']>(({ basis, seats, residents, composition }) => ({
      basis,
      listed: seats.length,
      nonVoting: seatSet(seats.filter(({ votes }) => !votes).map(({ seat }) => seat)),
      residents,
      composition,
      pages: [],
    })),
  ],
}
