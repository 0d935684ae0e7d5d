import { from } from '@xieshang/kernel'
import { seatSet } from '../participants/seatSet.ts'
import type { VotingEvents } from './events.ts'
import type { ClosedRound, Papers } from './state.ts'

type RoundOpened1 = Omit<VotingEvents['RoundOpened'], 'paper' | 'untold'> & {
  readonly paper?: readonly number[]
  readonly untold: readonly number[]
}
type PapersEntered1 = { readonly round: number } & Papers
type RoundClosed1 = Pick<VotingEvents['RoundClosed'], 'round' | 'tally'> &
  Pick<ClosedRound, 'seats'> &
  Partial<Pick<ClosedRound, 'dissents'>>

export const votingVersions = {
  // 2: seats as sets, which no longer grow with the list.
  RoundOpened: [
    from<RoundOpened1, VotingEvents['RoundOpened']>(({ paper, untold, ...data }) => ({
      ...data,
      untold: seatSet(untold),
      ...(paper !== undefined && { paper: seatSet(paper) }),
    })),
  ],
  // 2: who returned one as a set; the named ballots and their words lie on pages beside the event.
  PapersEntered: [
    from<PapersEntered1, VotingEvents['PapersEntered']>(({ round, ballots, returned, counts }) => ({
      round,
      returned: seatSet([...returned, ...ballots.map(({ seat }) => seat)]),
      counts,
      pages: [],
      ...(ballots.length > 0 && { kept: ballots }),
    })),
  ],
  // 2: what each seat was, and the words, lie in pages and items beside the event.
  RoundClosed: [
    from<RoundClosed1, VotingEvents['RoundClosed']>(({ seats, dissents = [], ...data }) => ({
      ...data,
      pages: [],
      dissents: dissents.length,
      kept: { seats, dissents },
    })),
  ],
}
