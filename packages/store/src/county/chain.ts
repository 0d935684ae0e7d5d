import { commitmentsIn, type Linked, link, noHash, type Openness, reveal, type SealedValue } from '@xieshang/kernel'
import { nodeChainTools } from '@xieshang/kernel/node'
import type { Item } from '../table/items.ts'
import { packJson, unpack, unpackJson } from './packed.ts'

/** A new event as it is read, and what is kept of it. */
export type Written<E> = { readonly event: E & { readonly hash: string }; readonly linked: Linked }

/** E4: a new event behind the one before it. @param before the head of its chain until now, if it has one */
export function chained<E extends object>(event: E, before: string | undefined, openness: Openness): Written<E> {
  const linked = link(event, before ?? noHash, openness, nodeChainTools)
  return { event: { ...event, hash: linked.hash }, linked }
}

/** An event as attributes: its text for ever, its hash, and beside them the values that may be destroyed. */
export const linkedAttributes = ({ text, values, hash }: Linked) => ({
  event: packJson(text),
  hash,
  ...(values.length > 0 && { values: packJson(JSON.stringify(values)) }),
})

const valuesOf = ({ values }: Item): SealedValue[] =>
  values === undefined ? [] : (unpack(String(values)) as SealedValue[])

/** An event as it was before it was linked, with its hash; one from before there were chains has none. */
export function eventIn(item: Item): unknown {
  const kept = unpack(String(item.event)) as Readonly<Record<string, unknown>>
  if (item.hash === undefined) return kept
  const { algorithm: _algorithm, before: _before, ...open } = kept
  return { ...(reveal(open, valuesOf(item)) as object), hash: String(item.hash) }
}

/** Values that an exported chain keeps to itself: what somebody signs in by, and what no reader of a case is told. */
const untold: ReadonlySet<string> = new Set(['by.sub', 'data.counts'])

const toldValues = (item: Item, text: string): SealedValue[] => {
  const at = commitmentsIn(JSON.parse(text))
  return valuesOf(item).map((value, index) => (untold.has(at[index]?.path ?? '') ? null : value))
}

/** E4: the line of an event in an exported chain, and where its values are asked for, theirs. None of one without a hash. */
export function chainLines(item: Item, { withValues }: { readonly withValues: boolean }): string[] {
  if (item.hash === undefined) return []
  const text = unpackJson(String(item.event))
  return withValues ? [text, JSON.stringify({ values: toldValues(item, text) })] : [text]
}
