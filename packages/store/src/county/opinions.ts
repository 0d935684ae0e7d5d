import { createHash } from 'node:crypto'
import { type Item, notExists, type Table } from '../table/table.ts'
import { keys } from './keys.ts'

export type Opinion = {
  readonly id: string
  readonly seat: number
  readonly name: string
  readonly text: string
  readonly at: string
  readonly answer?: { readonly text: string; readonly at: string }
}

/** One seat may leave this many opinions on a consultation. */
export const opinionsPerSeat = 20

const opinionOf = (item: Item): Opinion => ({
  id: item.SK.slice('OPINION#'.length),
  seat: Number(item.seat),
  name: String(item.name),
  text: String(item.text),
  at: String(item.at),
  ...(item.answer !== undefined && { answer: item.answer as { text: string; at: string } }),
})

/** P3b: opinions, each an item of its own, so that a whole village may write at once. */
export function openOpinions(table: Table) {
  return {
    /** @param key the writer's own, so that one opinion sent twice is one */
    async leave(
      consultation: string,
      opinion: Omit<Opinion, 'id' | 'answer'>,
      key: string,
    ): Promise<'left' | 'tooMany'> {
      const id = createHash('sha256').update(`${opinion.seat}|${key}`).digest('hex').slice(0, 24)
      const outcome = await table.transact([
        { put: { ...keys.opinion(consultation, id), ...opinion }, condition: notExists },
        {
          update: { ...keys.seat(consultation, opinion.seat), add: { opinions: 1 } },
          condition: { expression: '#opinions < :most', values: { most: opinionsPerSeat } },
        },
      ])
      return outcome.done || outcome.refused.includes(0) ? 'left' : 'tooMany'
    },

    async list(consultation: string): Promise<Opinion[]> {
      const items = await table.queryAll(keys.case(consultation), { prefix: 'OPINION#' })
      return items.map(opinionOf).sort((a, b) => a.at.localeCompare(b.at))
    },

    async exists(consultation: string, id: string): Promise<boolean> {
      return (await table.get(keys.opinion(consultation, id))) !== undefined
    },
  }
}
