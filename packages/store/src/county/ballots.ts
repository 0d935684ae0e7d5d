import { randomBytes } from 'node:crypto'
import type { BallotFact, CastBallot, CountedBallot, Round } from '@xieshang/rules'
import { notExists, type Table } from '../table/table.ts'
import { eachOf } from './each.ts'
import { keys } from './keys.ts'

export type Receipt = { readonly round: number; readonly at: string; readonly choices?: CastBallot['choices'] }

export type CastOutcome =
  | { readonly kind: 'cast'; readonly receipt: Receipt }
  | { readonly kind: 'voted' }
  | { readonly kind: 'closed' }

const stillOpen = { expression: '#status = :open', values: { open: 'open' } }

/**
 * Voting as the architecture lays it down: a ballot seat is the right to vote, casting is one conditional write on one's
 * own, and closing is one on each that is still open. So what was acknowledged is counted, and nothing else.
 */
export function openBallots(table: Table) {
  return {
    /** Before the round is committed as open. Never touches a seat that is there, so a lost race harms nobody. */
    async open(consultation: string, round: number, seats: readonly number[]): Promise<void> {
      await eachOf(seats, async (seat) => {
        await table.put({ ...keys.ballotSeat(consultation, seat, round), status: 'open' }, notExists)
      })
    },

    /** @param key the voter's own, so that the same ballot sent twice gets the same receipt */
    async cast(
      consultation: string,
      seat: number,
      round: Pick<Round, 'round' | 'secrecy'>,
      choices: CastBallot['choices'],
      key: string,
      at: string,
    ): Promise<CastOutcome> {
      const own = keys.ballotSeat(consultation, seat, round.round)
      const secret = round.secrecy === 'secret'
      const receipt: Receipt = { round: round.round, at, ...(!secret && { choices }) }
      const vote = { status: 'cast', at, key, ...(!secret && { choices }) }
      const done = secret
        ? (
            await table.transact([
              { update: { ...own, set: vote }, condition: stillOpen },
              // A random name and no time: nothing on the ballot leads back to the seat.
              {
                put: { ...keys.secretBallot(consultation, round.round, randomBytes(16).toString('hex')), choices },
                condition: notExists,
              },
            ])
          ).done
        : await table.update(own, { set: vote }, stillOpen)
      return done ? { kind: 'cast', receipt } : this.castBefore(consultation, seat, round, key)
    },

    /** What a seat did in a round: the receipt again for whoever holds its key. */
    async castBefore(
      consultation: string,
      seat: number,
      round: Pick<Round, 'round' | 'secrecy'>,
      key: string,
    ): Promise<CastOutcome> {
      const seen = await table.get(keys.ballotSeat(consultation, seat, round.round))
      if (seen?.status !== 'cast') return { kind: 'closed' }
      if (seen.key !== key) return { kind: 'voted' }
      const receipt: Receipt = { round: round.round, at: String(seen.at) }
      return {
        kind: 'cast',
        receipt: round.secrecy === 'secret' ? receipt : { ...receipt, choices: seen.choices as CastBallot['choices'] },
      }
    },

    async hasVoted(consultation: string, seat: number, round: number): Promise<boolean> {
      return (await table.get(keys.ballotSeat(consultation, seat, round)))?.status === 'cast'
    },

    /** Shuts every ballot seat that is still open; after it, all are final. */
    async shut(consultation: string, round: number, seats: readonly number[]): Promise<void> {
      await eachOf(seats, async (seat) => {
        await table.update(keys.ballotSeat(consultation, seat, round), { set: { status: 'closed' } }, stillOpen)
      })
    },

    /** The final ballot seats and ballots of a round. */
    async collect(
      consultation: string,
      round: Pick<Round, 'round' | 'secrecy'>,
      seats: readonly number[],
    ): Promise<{ ballotSeats: BallotFact[]; ballots: CountedBallot[] }> {
      const found = await table.getMany(seats.map((seat) => keys.ballotSeat(consultation, seat, round.round)))
      const numberOf = (sk: string) => Number(sk.slice('SEAT#'.length, 'SEAT#'.length + 4))
      const cast = found.filter((item) => item.status === 'cast')
      const ballotSeats = found.map((item) => ({ seat: numberOf(item.SK), voted: item.status === 'cast' }))
      const secret = round.secrecy === 'secret'
      const ballots = secret
        ? (await table.queryAll(keys.case(consultation), { prefix: keys.secretBallots(round.round) })).map((item) => ({
            choices: item.choices as CastBallot['choices'],
          }))
        : cast.map((item) => ({ seat: numberOf(item.SK), choices: item.choices as CastBallot['choices'] }))
      if (ballots.length !== cast.length)
        throw new Error(
          `Round ${round.round} of ${consultation}: ${cast.length} seats voted, ${ballots.length} ballots found`,
        )
      return { ballotSeats, ballots }
    },
  }
}
