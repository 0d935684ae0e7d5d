import { createHash } from 'node:crypto'
import { type PlaceCode, secondsOf } from '@xieshang/kernel'
import { type Item, notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'
import type { ImportLine } from './entities/people.ts'
import type { NewPerson, openPeople } from './people.ts'
import type { Secrets } from './secrets.ts'

/** An import of a register on its way: how far it is, and which lines were not taken. */
export type Import = {
  readonly id: string
  readonly village: PlaceCode
  readonly state: 'running' | 'done'
  readonly total: number
  readonly done: number
  readonly imported: number
  readonly unchanged: number
  readonly rejected: readonly ImportLine[]
  readonly at: string
}

/** Rows of one step: a second or two of work, and well under the size of an item. */
const perChunk = 200
const keepDays = 7

function importOf(item: Item): Import {
  const { id, village, state, total, done, imported, unchanged, rejected, at } = entities.registerImport.read(item)
  return { id, village, state, total, done, imported, unchanged, rejected, at }
}

const expiry = (at: string) => secondsOf(at) + keepDays * 86_400

/**
 * Imports that take longer than an answer may. The rows wait in sealed chunks; one chunk is registered for each change
 * of the import's own item that the stream shows, and that change leads to the next. So it goes on by itself, may be cut
 * off anywhere, and a step that is repeated finds its work done.
 */
export function openImports(table: Table) {
  const get = async (village: PlaceCode, id: string): Promise<Import | undefined> => {
    const item = await table.get(entities.registerImport.key({ village, id }))
    return item === undefined ? undefined : importOf(item)
  }

  return {
    get,

    /**
     * @param id of the request, so that the same request sent twice is one import
     * @returns `keyReused` where the request brought other rows before
     */
    async begin(
      secrets: Secrets,
      village: PlaceCode,
      id: string,
      rows: readonly NewPerson[],
      rejected: readonly ImportLine[],
      at: string,
    ): Promise<Import | 'keyReused'> {
      const brought = createHash('sha256')
        .update(JSON.stringify([rows, rejected]))
        .digest('base64url')
      const begun = async (): Promise<Import | 'keyReused' | undefined> => {
        const item = await table.get(entities.registerImport.key({ village, id }))
        if (item === undefined) return undefined
        return entities.registerImport.read(item).brought === brought ? importOf(item) : 'keyReused'
      }
      const before = await begun()
      if (before !== undefined) return before
      const chunks = Array.from({ length: Math.ceil(rows.length / perChunk) }, (_, index) =>
        rows.slice(index * perChunk, (index + 1) * perChunk),
      )
      // The rows first: nothing moves until the import itself is there.
      await table.putMany(
        await Promise.all(
          chunks.map(async (some, chunk) => {
            const sealed = await secrets.seal(JSON.stringify(some), id)
            return entities.importChunk.item({ id, rows: brought, chunk, sealed, expiresAt: expiry(at) })
          }),
        ),
      )
      await table.put(
        entities.registerImport.item({
          ...{ village, id, state: chunks.length === 0 ? 'done' : 'running', next: 0, chunks: chunks.length },
          ...{ total: rows.length, done: 0, imported: 0, unchanged: 0, rejected, brought, at },
          expiresAt: expiry(at),
        }),
        notExists,
      )
      const kept = await begun()
      if (kept === undefined) throw new Error(`The import ${id} was not kept`)
      return kept
    },

    /** One step: registers the next chunk. Nothing happens where that was done already. */
    async step(secrets: Secrets, people: ReturnType<typeof openPeople>, village: PlaceCode, id: string): Promise<void> {
      const item = await table.get(entities.registerImport.key({ village, id }))
      const kept = item === undefined ? undefined : entities.registerImport.read(item)
      if (kept?.state !== 'running') return
      const { next } = kept
      const chunk = { id, rows: kept.brought, chunk: next }
      const waiting = await table.get(entities.importChunk.key(chunk))
      const sealed = waiting === undefined ? undefined : entities.importChunk.read(waiting).sealed
      const rows = sealed === undefined ? [] : await open(secrets, sealed, id)
      const { imported, unchanged } = await people.register(village, rows)
      const moved = await table.put(
        entities.registerImport.item({
          ...kept,
          ...{ next: next + 1, done: kept.done + rows.length, imported: kept.imported + imported },
          unchanged: kept.unchanged + unchanged,
          state: next + 1 === kept.chunks ? 'done' : 'running',
        }),
        { expression: '#next = :next', values: { next } },
      )
      // The rows lie on the register now; nobody needs them twice.
      if (moved) await table.put(entities.importChunk.item({ ...chunk, expiresAt: expiry(kept.at) }))
    },
  }

  async function open(secrets: Secrets, sealed: string, id: string): Promise<NewPerson[]> {
    return JSON.parse(await secrets.open(sealed, id)) as NewPerson[]
  }
}
