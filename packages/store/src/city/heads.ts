import type { PlaceCode } from '@xieshang/kernel'
import type { Summary } from '@xieshang/rules'
import { notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { chainHead, type Rewritten, rewritten } from './entities.ts'

/**
 * E4: keeps what a chain came to at an event, as it was heard first and for ever. A county that later says something else
 * of the same event has rewritten what happened: that is kept too, whatever comes after.
 */
export async function keepHead(table: Table, { chain, ...summary }: Summary, now: string): Promise<void> {
  if (chain === undefined) return
  const { tenant: county, consultation, division, title } = summary
  const { event, hash } = chain
  const heard = { county, consultation, event, hash, heardAt: now }
  if (await table.put(chainHead.item(heard), notExists)) return
  const item = await table.get(chainHead.key(heard))
  if (item === undefined) throw new Error(`What was heard of ${consultation} is gone`)
  const { hash: first } = chainHead.read(item)
  if (first === hash) return
  const said: Rewritten = { county, consultation, division, title, event, first, later: hash, at: now }
  await table.put(rewritten.item({ ...said, rewritten: said }))
}

/** Everything that was rewritten in a city, by county. */
export const rewrittenIn = async (table: Table): Promise<Rewritten[]> =>
  (await table.queryAll(rewritten.partition({}))).map((item) => rewritten.read(item).rewritten)

/** What the chain of a consultation came to, event by event as far as the city heard of it, the last first. */
export async function headsOf(
  table: Table,
  county: PlaceCode,
  consultation: string,
  from?: string,
): Promise<{ heads: { event: number; hash: string; heardAt: string }[]; cursor?: string }> {
  const { items, cursor } = await table.page(chainHead.partition({ county, consultation }), {
    backwards: true,
    limit: 100,
    ...(from !== undefined && { cursor: from }),
  })
  return {
    heads: items.map(chainHead.read).map(({ event, hash, heardAt }) => ({ event, hash, heardAt })),
    ...(cursor !== undefined && { cursor }),
  }
}
