import { type Consultation, type Dissent, dissentCount } from '@xieshang/rules'
import { CursorError } from '../table/cursor.ts'
import type { Item, Key } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'
import { roundWords } from './entities/voting.ts'

type Said = Pick<Dissent, 'item' | 'words' | 'at' | 'name' | 'seat'>
type Place = { readonly key: Key; readonly read: (item: Item) => Said }

/** Where one lies: written on a ballot it is kept with its round, before its number is known. */
function placeOf({ id, rounds }: Consultation, dissent: number): Place {
  for (const { round, words, closedAt } of rounds)
    if (words !== undefined && words.from <= dissent && dissent <= words.to)
      return {
        key: roundWords.key({ consultation: id, round, index: dissent - words.from + 1 }),
        read: (item) => ({ ...roundWords.read(item), at: closedAt ?? '' }),
      }
  return { key: entities.dissent.key({ consultation: id, dissent }), read: entities.dissent.read }
}

function dissentOf(dissent: number, { item, words, at, name, seat }: Said, explained: Item | undefined): Dissent {
  return {
    ...{ dissent, item, words, at },
    ...(name !== undefined && { name }),
    ...(seat !== undefined && { seat }),
    ...(explained !== undefined && { explanation: entities.explained.read(explained).explanation }),
  }
}

/** P9f: opposing opinions, each an item of its own: those of a ballot and those that were said. */
export function openDissents(table: Table) {
  /** Those with the numbers from one to another. @throws Error when one is gone */
  async function between(state: Consultation, from: number, to: number): Promise<Dissent[]> {
    const wanted = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
      const dissent = from + index
      return {
        dissent,
        ...placeOf(state, dissent),
        explained: entities.explained.key({ consultation: state.id, dissent }),
      }
    })
    const items = await table.getMany(wanted.flatMap(({ key, explained }) => [key, explained]))
    const bySk = new Map(items.map((item) => [item.SK, item]))
    return wanted.map(({ dissent, key, read, explained }) => {
      const said = bySk.get(key.SK)
      if (said === undefined) throw new Error(`Dissent ${dissent} of ${state.id} is gone`)
      return dissentOf(dissent, read(said), bySk.get(explained.SK))
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
