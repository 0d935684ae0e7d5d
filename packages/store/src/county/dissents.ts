import { type Consultation, type Dissent, dissentCount } from '@xieshang/rules'
import { CursorError } from '../table/cursor.ts'
import type { Item, Key } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'

type Place = { readonly key: Key; readonly at: string | undefined }

/** Where one lies: written on a ballot it is kept with its round, before its number is known. */
function placeOf({ id, rounds }: Consultation, dissent: number): Place {
  for (const { round, words, closedAt } of rounds)
    if (words !== undefined && words.from <= dissent && dissent <= words.to)
      return { key: keys.roundWords(id, round, dissent - words.from + 1), at: closedAt }
  return { key: keys.dissent(id, dissent), at: undefined }
}

function dissentOf(dissent: number, at: string | undefined, said: Item, explained: Item | undefined): Dissent {
  const { item, words, name, seat } = said
  return {
    ...{ dissent, item: Number(item), words: String(words), at: at ?? String(said.at) },
    ...(name !== undefined && { name: String(name) }),
    ...(seat !== undefined && { seat: Number(seat) }),
    ...(explained !== undefined && { explanation: explained.explanation as NonNullable<Dissent['explanation']> }),
  }
}

/** P9f: opposing opinions, each an item of its own: those of a ballot and those that were said. */
export function openDissents(table: Table) {
  /** Those with the numbers from one to another. @throws Error when one is gone */
  async function between(state: Consultation, from: number, to: number): Promise<Dissent[]> {
    const wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
      const dissent = from + index
      return { dissent, ...placeOf(state, dissent), explained: keys.explained(state.id, dissent) }
    })
    const items = await table.getMany(wanted.flatMap(({ key, explained }) => [key, explained]))
    const bySk = new Map(items.map((item) => [item.SK, item]))
    return wanted.map(({ dissent, key, at, explained }) => {
      const said = bySk.get(key.SK)
      if (said === undefined) throw new Error(`Dissent ${dissent} of ${state.id} is gone`)
      return dissentOf(dissent, at, said, bySk.get(explained.SK))
    })
  }

  return {
    /** A page of them in their order; the cursor is the number of the last one. */
    async page(
      state: Consultation,
      { limit, cursor = '0' }: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<{ dissents: Dissent[]; cursor?: string }> {
      if (!/^\d{1,6}$/.test(cursor)) throw new CursorError('The cursor is not one of ours')
      const count = dissentCount(state.dissents)
      const last = Math.min(count, Number(cursor) + limit)
      const dissents = await between(state, Number(cursor) + 1, last)
      return { dissents, ...(last < count && { cursor: String(last) }) }
    },

    all: (state: Consultation): Promise<Dissent[]> => between(state, 1, dissentCount(state.dissents)),
  }
}
