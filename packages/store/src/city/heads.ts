import type { Summary } from '@xieshang/rules'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'

/** A consultation of which a county said something else than it had said before. */
export type Rewritten = {
  readonly county: string
  readonly consultation: string
  readonly division: string
  readonly title: string
  /** The number of the event, what its chain came to when the city heard of it first, and what was said of it later. */
  readonly event: number
  readonly first: string
  readonly later: string
  /** Instant at which the city noticed. */
  readonly at: string
}

/**
 * E4: keeps what a chain came to at an event, as it was heard first and for ever. A county that later says something else
 * of the same event has rewritten what happened: that is kept too, whatever comes after.
 */
export async function keepHead(table: Table, { chain, ...summary }: Summary, now: string): Promise<void> {
  if (chain === undefined) return
  const { tenant: county, consultation, division, title } = summary
  const key = keys.chainHead(county, consultation, chain.event)
  if (await table.put({ ...key, hash: chain.hash, heardAt: now }, notExists)) return
  const first = String((await table.get(key))?.hash)
  if (first === chain.hash) return
  const { event, hash: later } = chain
  const rewritten: Rewritten = { county, consultation, division, title, event, first, later, at: now }
  await table.put({ ...keys.rewritten(county, consultation, event, later), rewritten: JSON.stringify(rewritten) })
}

/** Everything that was rewritten in a city, by county. */
export const rewrittenIn = async (table: Table): Promise<Rewritten[]> =>
  (await table.queryAll(keys.allRewritten)).map((item) => JSON.parse(String(item.rewritten)) as Rewritten)

/** What the chain of a consultation came to, event by event as far as the city heard of it, the last first. */
export async function headsOf(
  table: Table,
  county: string,
  consultation: string,
  from?: string,
): Promise<{ heads: { event: number; hash: string; heardAt: string }[]; cursor?: string }> {
  const { items, cursor } = await table.page(keys.chainHeads(county, consultation), {
    backwards: true,
    limit: 100,
    ...(from !== undefined && { cursor: from }),
  })
  return {
    heads: items.map(({ SK, hash, heardAt }) => ({ event: Number(SK), hash: String(hash), heardAt: String(heardAt) })),
    ...(cursor !== undefined && { cursor }),
  }
}
