import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entryCardOf, entryKinds, foldEntry } from '../src/affairs/index.ts'
import { type Entry, type EntryEvent, keysOf } from '../src/index.ts'

type Written = { readonly events: readonly EntryEvent[]; readonly entry: Entry; readonly card: object }

/** A card as it is read in Chinese: what a value is called, where it is a code now and was words when it was written. */
const asRead = ({ title, shown, ...card }: ReturnType<typeof entryCardOf>) => ({
  ...card,
  title: title.zh,
  ...(shown !== undefined && {
    shown: { ...shown, facts: shown.facts.map(({ words, ...fact }) => ({ ...fact, value: words?.zh ?? fact.value })) },
  }),
})

const folder = new URL('fixtures/entries/', import.meta.url)
const files = readdirSync(folder)
const written = files.flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Written[])

describe('events of the registers, once written', () => {
  it.each(written.map((one) => [one.entry.kind, one] as const))(
    '%s: fold to what they folded to, and are shown so',
    (_kind, one) => {
      const entry = foldEntry(one.events)
      expect(entry).toEqual(one.entry)
      if (entry !== undefined) expect(asRead(entryCardOf(entry))).toMatchObject(one.card)
    },
  )

  it('are of every kind there is', () => {
    const kinds = new Set(written.map(({ entry }) => entry.kind))
    expect(keysOf(entryKinds).filter((kind) => !kinds.has(kind))).toEqual([])
  })
})
