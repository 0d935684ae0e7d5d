import { leastBallots, type Round, seatSet, seatsIn, sizeOf } from '@xieshang/rules'
import { type Condition, notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'

const tries = 12

/**
 * Which seats have voted online in a round: one short item, brought up to date from the stream, so that a ballot writes
 * nothing but itself. Adding a seat twice changes nothing, however often a part of the stream comes.
 */
export function openTurnout(table: Table) {
  const read = async (consultation: string, round: number) => {
    const item = await table.get(entities.turnout.key({ consultation, round }))
    return item === undefined ? undefined : entities.turnout.read(item)
  }

  const write = (consultation: string, round: number, version: number, seats: Iterable<number>, before: Condition) =>
    table.put(entities.turnout.item({ consultation, round, version, voted: seatSet(seats) }), before)

  const unchanged = (kept: { version: number } | undefined): Condition =>
    kept === undefined ? notExists : { expression: '#version = :version', values: { version: kept.version } }

  async function change(consultation: string, round: number, next: (voted: readonly number[]) => readonly number[]) {
    for (let attempt = 1; attempt <= tries; attempt++) {
      const kept = await read(consultation, round)
      const before = kept === undefined ? [] : seatsIn(kept.voted)
      const after = seatSet(next(before))
      if (kept !== undefined && after === kept.voted) return
      if (await write(consultation, round, (kept?.version ?? 0) + 1, seatsIn(after), unchanged(kept))) return
    }
    throw new Error(`The turnout of round ${round} of ${consultation} keeps changing`)
  }

  return {
    /** Some seats have voted. */
    add: (consultation: string, round: number, seats: readonly number[]) =>
      change(consultation, round, (before) => [...before, ...seats]),

    /** These seats voted, and no other: what a count found. */
    set: (consultation: string, round: number, seats: readonly number[]) => change(consultation, round, () => seats),

    /** The seats that have voted in a round, as far as the stream was read. */
    async voted(consultation: string, round: number): Promise<number[]> {
      const kept = await read(consultation, round)
      return kept === undefined ? [] : seatsIn(kept.voted)
    },

    /**
     * How many voted online in each of a consultation's rounds. P6a: of a secret round that is still open nothing but the
     * number is given, and that from three on.
     */
    async counts(consultation: string, rounds: readonly Pick<Round, 'round' | 'method' | 'secrecy' | 'status'>[]) {
      const online = rounds.filter(({ method }) => method === 'online')
      const items = await table.getMany(online.map(({ round }) => entities.turnout.key({ consultation, round })))
      const sizes = new Map(items.map(entities.turnout.read).map(({ round, voted }) => [round, sizeOf(voted)]))
      return online.map(({ round, secrecy, status }) => {
        const count = sizes.get(round) ?? 0
        const hidden = secrecy === 'secret' && status !== 'closed' && count < leastBallots
        return { round, count: hidden ? 0 : count }
      })
    },
  }
}
