import { createHash } from 'node:crypto'
import { pack, unpack } from '../entities/packed.ts'
import type { Table } from '../table/table.ts'
import * as entities from './entities/index.ts'

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
        await table.put(
          entities.aside.item({
            message: name,
            part,
            packed: packed.slice(part * mostInOne, (part + 1) * mostInOne),
          }),
        )
      return name
    },

    async list(): Promise<(Aside & { readonly name: string })[]> {
      const names = new Map<string, string>()
      for (const item of await table.queryAll(entities.aside.partition({}))) {
        const { message, packed } = entities.aside.read(item)
        names.set(message, `${names.get(message) ?? ''}${packed}`)
      }
      return [...names].map(([name, packed]) => ({ name, ...(unpack(packed) as Aside) }))
    },
  }
}
