import { createHash } from 'node:crypto'
import { secondsOf } from '@xieshang/kernel'
import { type Item, notExists } from '../table/items.ts'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'
import { pack, unpack } from './packed.ts'
import type { NewPerson, openPeople } from './people.ts'
import type { Secrets } from './secrets.ts'

export type ImportLine = { readonly line: number; readonly field: string; readonly detail: string }

/** An import of a register on its way: how far it is, and which lines were not taken. */
export type Import = {
  readonly id: string
  readonly village: string
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

const importOf = (item: Item): Import => ({
  id: item.SK.slice('IMPORT#'.length),
  village: item.PK.slice('VILLAGE#'.length),
  state: item.state === 'done' ? 'done' : 'running',
  total: Number(item.total),
  done: Number(item.done),
  imported: Number(item.imported),
  unchanged: Number(item.unchanged),
  rejected: unpack(String(item.rejected)) as ImportLine[],
  at: String(item.at),
})

const expiry = (at: string) => secondsOf(at) + keepDays * 86_400

/**
 * Imports that take longer than an answer may. The rows wait in sealed chunks; one chunk is registered for each change
 * of the import's own item that the stream shows, and that change leads to the next. So it goes on by itself, may be cut
 * off anywhere, and a step that is repeated finds its work done.
 */
export function openImports(table: Table) {
  const get = async (village: string, id: string): Promise<Import | undefined> => {
    const item = await table.get(keys.import(village, id))
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
      village: string,
      id: string,
      rows: readonly NewPerson[],
      rejected: readonly ImportLine[],
      at: string,
    ): Promise<Import | 'keyReused'> {
      const brought = createHash('sha256')
        .update(JSON.stringify([rows, rejected]))
        .digest('base64url')
      const begun = async (): Promise<Import | 'keyReused' | undefined> => {
        const item = await table.get(keys.import(village, id))
        if (item === undefined) return undefined
        return item.brought === brought ? importOf(item) : 'keyReused'
      }
      const before = await begun()
      if (before !== undefined) return before
      const chunks = Array.from({ length: Math.ceil(rows.length / perChunk) }, (_, index) =>
        rows.slice(index * perChunk, (index + 1) * perChunk),
      )
      // The rows first: nothing moves until the import itself is there.
      await table.putMany(
        await Promise.all(
          chunks.map(async (chunk, index) => ({
            ...keys.importChunk(id, brought, index),
            sealed: await secrets.seal(JSON.stringify(chunk), id),
            expiresAt: expiry(at),
          })),
        ),
      )
      await table.put(
        {
          ...keys.import(village, id),
          ...{ state: chunks.length === 0 ? 'done' : 'running', next: 0, chunks: chunks.length },
          ...{ total: rows.length, done: 0, imported: 0, unchanged: 0, rejected: pack(rejected), brought, at },
          expiresAt: expiry(at),
        },
        notExists,
      )
      const kept = await begun()
      if (kept === undefined) throw new Error(`The import ${id} was not kept`)
      return kept
    },

    /** One step: registers the next chunk. Nothing happens where that was done already. */
    async step(secrets: Secrets, people: ReturnType<typeof openPeople>, village: string, id: string): Promise<void> {
      const item = await table.get(keys.import(village, id))
      if (item === undefined || item.state !== 'running') return
      const next = Number(item.next)
      const key = keys.importChunk(id, String(item.brought), next)
      const chunk = await table.get(key)
      const rows = chunk?.sealed === undefined ? [] : await open(secrets, String(chunk.sealed), id)
      const { imported, unchanged } = await people.register(village, rows)
      const done = Number(item.done) + rows.length
      const moved = await table.put(
        {
          ...item,
          ...{ next: next + 1, done, imported: Number(item.imported) + imported },
          unchanged: Number(item.unchanged) + unchanged,
          state: next + 1 === Number(item.chunks) ? 'done' : 'running',
        },
        { expression: '#next = :next', values: { next } },
      )
      // The rows lie on the register now; nobody needs them twice.
      if (moved) await table.put({ ...key, expiresAt: expiry(String(item.at)) })
    },
  }

  async function open(secrets: Secrets, sealed: string, id: string): Promise<NewPerson[]> {
    return JSON.parse(await secrets.open(sealed, id)) as NewPerson[]
  }
}
