import { createHash } from 'node:crypto'
import { type Item, notExists, type Table } from '../table/table.ts'
import { keys } from './keys.ts'

/** What was written before the vote, or after the outcome was published. */
export type OpinionKind = 'opinion' | 'feedback'

export type Opinion = {
  readonly id: string
  readonly kind: OpinionKind
  readonly seat: number
  readonly name: string
  readonly text: string
  readonly at: string
  readonly answer?: { readonly text: string; readonly at: string }
}

/** One seat may leave this many opinions on a consultation, and as many pieces of feedback. */
export const opinionsPerSeat = 20

/** Where a seat counts what it left. Feedback came later: a seat without its count has left none. */
const counters = { opinion: 'opinions', feedback: 'feedback' } as const

const opinionOf = (item: Item): Opinion => ({
  id: item.SK.slice('OPINION#'.length),
  // Opinions written before there was feedback name no kind.
  kind: item.kind === 'feedback' ? 'feedback' : 'opinion',
  seat: Number(item.seat),
  name: String(item.name),
  text: String(item.text),
  at: String(item.at),
  ...(item.answer !== undefined && { answer: item.answer as { text: string; at: string } }),
})

/** P3b, P11a: opinions and feedback, each an item of its own, so that a whole village may write at once. */
export function openOpinions(table: Table) {
  return {
    /**
     * Whoever holds the seat's link may write; the link was asked for before.
     * @param key the writer's own, so that one opinion sent twice is one
     */
    async leave(
      consultation: string,
      opinion: Omit<Opinion, 'id' | 'answer'>,
      key: string,
    ): Promise<'left' | 'tooMany'> {
      const counter = counters[opinion.kind]
      const id = createHash('sha256').update(`${opinion.seat}|${key}`).digest('hex').slice(0, 24)
      const outcome = await table.transact([
        { put: { ...keys.opinion(consultation, id), ...opinion }, condition: notExists },
        {
          update: { ...keys.seatFacts(consultation, opinion.seat), add: { [counter]: 1 } },
          condition: {
            expression: `attribute_not_exists(#${counter}) OR #${counter} < :most`,
            values: { most: opinionsPerSeat },
          },
        },
      ])
      return outcome.done || outcome.refused.includes(0) ? 'left' : 'tooMany'
    },

    async list(consultation: string): Promise<Opinion[]> {
      const items = await table.queryAll(keys.case(consultation), { prefix: 'OPINION#' })
      return items.map(opinionOf).sort((a, b) => a.at.localeCompare(b.at))
    },

    /** What kind it is, if there is one. */
    async kindOf(consultation: string, id: string): Promise<OpinionKind | undefined> {
      const item = await table.get(keys.opinion(consultation, id))
      return item === undefined ? undefined : opinionOf(item).kind
    },
  }
}
