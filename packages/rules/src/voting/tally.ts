import type { Parameters } from '../parameters/parameters.ts'
import { hasMajority, hasQuorum, quorumOf } from './arithmetic.ts'
import type { Count, ItemResult, SeatRecord, Tally } from './state.ts'

/**
 * P6b, P6c: the counted round. Attendance counts every seat on the list; the majority counts the voting seats
 * that attended (or are listed, where the county is stricter). Without a quorum nothing is decided, nor where so few
 * secret ballots were cast that they stay unopened.
 */
export function tallyOf(
  parameters: Pick<Parameters, 'quorum' | 'majority' | 'majorityBase'>,
  seats: readonly Pick<SeatRecord, 'voting' | 'present'>[],
  counts: readonly Count[],
  unopened = false,
): Tally {
  const listed = seats.length
  const attended = seats.filter((s) => s.present).length
  const attendedVoting = seats.filter((s) => s.present && s.voting).length
  const quorate = hasQuorum(attended, listed, parameters.quorum)
  const base = parameters.majorityBase === 'listed' ? seats.filter((s) => s.voting).length : attendedVoting
  const resultOf = (yes: number): ItemResult => {
    if (!quorate) return 'noQuorum'
    if (unopened) return 'tooFew'
    return hasMajority(yes, base, parameters.majority) ? 'passed' : 'failed'
  }
  return {
    listed,
    attended,
    attendedVoting,
    quorumNeeded: quorumOf(listed, parameters.quorum),
    quorate,
    base,
    items: counts.map((count) => ({
      ...count,
      base,
      result: resultOf(count.yes),
    })),
  }
}
