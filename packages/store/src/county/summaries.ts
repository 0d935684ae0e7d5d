import { type Consultation, figuresOf, type Summary } from '@xieshang/rules'
import { notExists, type Table } from '../table/table.ts'
import { stateOf } from './consultations.ts'
import { keys } from './keys.ts'
import { type Seat, seatsFrom, toldSeats } from './seats.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

/** A consultation and its seats as they were just read. */
export type Refreshed = { readonly state: Consultation; readonly seats: readonly Seat[] }

/** What the city is told of a consultation, kept beside it so that it is published like everything else: by the stream. */
export function openSummaries(table: Table) {
  return {
    /**
     * Brings the summary up to what the table says now. Nothing is written when it says so already.
     * @returns what was read for it; undefined when there is no such consultation
     */
    async refresh(consultation: string): Promise<Refreshed | undefined> {
      for (let attempt = 1; ; attempt++) {
        const [items, facts] = await Promise.all([
          table.queryAll(keys.case(consultation), { prefix: 'SEAT#' }),
          table.queryAll(keys.facts(consultation), { prefix: 'SEAT#' }),
        ])
        const [head, kept] = await Promise.all([
          table.get(keys.head(consultation)),
          table.get(keys.summary(consultation)),
        ])
        if (head === undefined) return undefined
        const state = await stateOf(table, head)
        const seats = seatsFrom(items, facts)
        const before = kept === undefined ? undefined : (JSON.parse(String(kept.summary)) as Summary)
        const summary: Summary = {
          v: 1,
          consultation,
          tenant: state.tenant,
          division: state.division,
          title: state.topic.title,
          step: state.step,
          updatedAt: state.updatedAt,
          version: before?.version ?? 1,
          figures: figuresOf(state, {
            told: toldSeats(state, seats).filter((seat) => seat.told).length,
            replies: seats.filter((seat) => seat.reply !== undefined).length,
            opinions: sum(seats.map((seat) => seat.opinions)),
            ballots: sum(seats.map((seat) => seat.votedIn.length)),
          }),
        }
        if (before !== undefined && JSON.stringify(summary) === JSON.stringify(before)) return { state, seats }
        const next = before === undefined ? summary : { ...summary, version: before.version + 1 }
        const written = await table.put(
          { ...keys.summary(consultation), version: next.version, summary: JSON.stringify(next) },
          before === undefined ? notExists : { expression: '#version = :before', values: { before: before.version } },
        )
        if (written) return { state, seats }
        if (attempt >= 8) throw new Error(`The summary of ${consultation} keeps changing`)
      }
    },
  }
}
