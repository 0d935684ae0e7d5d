import { textSchema } from '@xieshang/kernel'
import * as z from 'zod'
import { countyCode, divisionCode } from '../consultation/primitives.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { entryCardOf } from './card.ts'
import { type Entry, entryStatuses } from './entry.ts'
import type { KindSpec } from './kind.ts'
import { type EntryKind, entryKinds } from './kinds.ts'

export const shownSchema = z.object({
  text: z.string().optional(),
  facts: z.array(
    z.object({
      label: textSchema,
      value: z.string(),
      words: textSchema.optional(),
      division: z.boolean().optional(),
    }),
  ),
})

/** What a county tells the city of an entry that the whole city, or the city itself, may read (G3, G9). */
export const sharedEntrySchema = z
  .object({
    v: z.literal(1),
    entry: z.string().min(1).max(40),
    kind: z.enum(keysOf(entryKinds)),
    tenant: countyCode,
    division: divisionCode,
    title: textSchema,
    status: z.enum(keysOf(entryStatuses)),
    day: z.string().optional(),
    due: z.string().optional(),
    settledAt: z.string().optional(),
    createdAt: z.string(),
    updatedAt: z.string(),
    version: z.int().min(1),
    digest: z.record(z.string(), z.union([z.number(), z.string()])),
    shown: shownSchema.optional(),
  })
  .meta({ id: 'SharedEntry' })

export type SharedEntry = z.infer<typeof sharedEntrySchema>

/** Kinds that leave their county. */
export const sharedKinds: readonly EntryKind[] = keysOf(entryKinds).filter((kind) => 'city' in entryKinds[kind])

/** The message to the city, of a kind that the city may read. */
export function sharedEntryOf(entry: Entry): SharedEntry | undefined {
  const { id, kind, ...card } = entryCardOf(entry)
  if (!sharedKinds.includes(kind)) return undefined
  const spec: KindSpec = entryKinds[kind]
  const shown = spec.shownToCity?.(entry) ?? card.shown
  return sharedEntrySchema.parse({ v: 1, entry: id, kind, tenant: entry.tenant, ...card, shown })
}
