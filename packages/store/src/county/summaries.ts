import { type Ask, type Consultation, figuresOf, type Summary, sizeOf } from '@xieshang/rules'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'
import { stateOf } from './heads.ts'
import { openSeatCounts, type SeatCounts } from './seatCounts.ts'
import { openTurnout } from './turnout.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

/** An answer of nothing is kept until it is certainly published. */
const answerSeconds = 7 * 86_400

/** A consultation as it was just read, and what its seats say of it. */
export type Refreshed = { readonly state: Consultation; readonly seats: SeatCounts }

/** What the city is told of a consultation, kept beside it so that it is published like everything else: by the stream. */
export function openSummaries(table: Table, counts = openSeatCounts(table), turnout = openTurnout(table)) {
  return {
    /**
     * Brings the summary up to what the table says now. Nothing is written when it says so already.
     * @returns what was read for it; undefined when there is no such consultation
     */
    async refresh(consultation: string): Promise<Refreshed | undefined> {
      const key = entities.summary.key({ consultation })
      for (let attempt = 1; ; attempt++) {
        // What is kept is read first: who read the rest later than we did has then changed it before we write.
        const kept = await table.get(key)
        const head = await table.get(entities.head.key({ consultation }))
        if (head === undefined) return undefined
        const state = await stateOf(table, head)
        const seats = await counts.of(state)
        const before = kept === undefined ? undefined : entities.summary.read(kept).summary
        const summary: Summary = {
          v: 1,
          consultation,
          tenant: state.tenant,
          division: state.division,
          title: state.topic.title,
          step: state.step,
          updatedAt: state.updatedAt,
          version: before?.version ?? 1,
          ...(state.chainHead !== undefined && { chain: { event: state.version, hash: state.chainHead } }),
          figures: figuresOf(state, {
            told: sizeOf(seats.told),
            replies: seats.replies,
            opinions: seats.opinions,
            ballots: sum((await turnout.counts(consultation, state.rounds)).map(({ count }) => count)),
          }),
        }
        if (before !== undefined && JSON.stringify(summary) === JSON.stringify(before)) return { state, seats }
        const next = before === undefined ? summary : { ...summary, version: before.version + 1 }
        const written = await table.put(
          entities.summary.item({ consultation, version: next.version, summary: next }),
          before === undefined ? notExists : { expression: '#version = :before', values: { before: before.version } },
        )
        if (written) return { state, seats }
        if (attempt >= 8) throw new Error(`The summary of ${consultation} keeps changing`)
      }
    },

    /** Says to the city again what the summary is, as the answer to its question: by the stream, like everything else. */
    async answer({ consultation, ask: answers, county: tenant }: Ask, now: string): Promise<void> {
      for (let attempt = 1; ; attempt++) {
        const kept = await table.get(entities.summary.key({ consultation }))
        const expiresAt = Math.floor(Date.parse(now) / 1000) + answerSeconds
        const written =
          kept === undefined
            ? await table.put(entities.unknown.item({ consultation, tenant, answers, expiresAt }))
            : await table.put(
                { ...kept, answers },
                { expression: '#version = :before', values: { before: entities.summary.read(kept).version } },
              )
        if (written) return
        if (attempt >= 8) throw new Error(`The summary of ${consultation} keeps changing`)
      }
    },
  }
}
