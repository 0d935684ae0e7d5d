import { type Consultation, type ConsultationEvent, type Dissent, dissentCount } from '@xieshang/rules'
import type { Item, Page, Table, Write } from '../table/table.ts'
import { keys } from './keys.ts'

const dissentOf = ({ dissent, item, words, name, seat, at, explanation }: Item): Dissent => ({
  dissent: Number(dissent),
  item: Number(item),
  words: String(words),
  at: String(at),
  ...(name !== undefined && { name: String(name) }),
  ...(seat !== undefined && { seat: Number(seat) }),
  ...(explanation !== undefined && { explanation: explanation as NonNullable<Dissent['explanation']> }),
})

/** P9f: what an event writes beside itself: an opposing opinion that was said, or how one was explained. */
export function dissentWrites(event: ConsultationEvent): Write[] {
  if (event.type === 'DissentRecorded') {
    const { dissent } = event.data
    return [{ put: { ...keys.dissent(event.consultation, dissent), ...event.data, at: event.at } }]
  }
  if (event.type !== 'DissentExplained') return []
  const explanation = { at: event.at, by: { sub: event.by.sub, name: event.by.name }, text: event.data.text }
  return [
    {
      update: { ...keys.dissent(event.consultation, event.data.dissent), set: { explanation } },
      condition: { expression: 'attribute_exists(#PK)' },
    },
  ]
}

/** P9f: opposing opinions, each an item of its own: those of a ballot and those that were said. */
export function openDissents(table: Table) {
  return {
    /** A page of them in their order, no further than the state counts them: what lies behind was never committed. */
    async page(
      { id, dissents }: Consultation,
      { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<{ dissents: Dissent[]; cursor?: string }> {
      const found: Page = await table.query(keys.case(id), {
        prefix: 'DISSENT#',
        limit,
        ...(cursor !== undefined && { cursor }),
      })
      const counted = found.items.map(dissentOf).filter(({ dissent }) => dissent <= dissentCount(dissents))
      const more = found.cursor !== undefined && counted.length === found.items.length
      return { dissents: counted, ...(more && { cursor: found.cursor }) }
    },

    async all({ id, dissents }: Consultation): Promise<Dissent[]> {
      const items = await table.queryAll(keys.case(id), { prefix: 'DISSENT#' })
      return items.map(dissentOf).filter(({ dissent }) => dissent <= dissentCount(dissents))
    },
  }
}
