import { createHash } from 'node:crypto'
import type { Table } from '../table/table.ts'
import { keys } from './keys.ts'
import { pack, unpack } from './packed.ts'

/** A message that the topic will never take, with why and its whole content. */
export type Aside = {
  readonly why: string
  readonly attributes: Readonly<Record<string, string>>
  readonly body: string
}

/** What one item holds of a message; DynamoDB takes 400 KB. */
const mostInOne = 300_000

/** Messages that could not be published lie here whole, until a person has seen to them. */
export function openAside(table: Table) {
  return {
    /** The same message twice lies here once. @returns its name */
    async put(message: Aside): Promise<string> {
      const name = createHash('sha256').update(JSON.stringify(message)).digest('hex').slice(0, 32)
      const packed = pack(message)
      for (let part = 0; part * mostInOne < packed.length; part++)
        await table.put({ ...keys.aside(name, part), packed: packed.slice(part * mostInOne, (part + 1) * mostInOne) })
      return name
    },

    async list(): Promise<(Aside & { readonly name: string })[]> {
      const names = new Map<string, string>()
      for (const { SK, packed } of await table.queryAll(keys.asides)) {
        const name = SK.slice(0, SK.indexOf('#'))
        names.set(name, `${names.get(name) ?? ''}${String(packed)}`)
      }
      return [...names].map(([name, packed]) => ({ name, ...(unpack(packed) as Aside) }))
    },
  }
}
