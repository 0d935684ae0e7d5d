import { commitmentsIn, type Linked, link, noHash, type Openness, reveal, type SealedValue } from '@xieshang/kernel'
import { nodeChainTools } from '@xieshang/kernel/node'
import { type ConsultationEvent, upcast, type WrittenEvent } from '@xieshang/rules'
import { packJson, unpack, unpackJson } from '../entities/packed.ts'

/** A new event as it is read, and what is kept of it. */
export type Written<E> = { readonly event: E & { readonly hash: string }; readonly linked: Linked }

/** E4: a new event behind the one before it. @param before the head of its chain until now, if it has one */
export function chained<E extends object>(event: E, before: string | undefined, openness: Openness): Written<E> {
  const linked = link(event, before ?? noHash, openness, nodeChainTools)
  return { event: { ...event, hash: linked.hash }, linked }
}

/** An event as it is kept: its text for ever, its hash, and beside them the values that may be destroyed. */
export type KeptEvent = {
  readonly event: string
  /** One from before there were chains has none. */
  readonly hash?: string
  readonly values?: string
}

export const linkedAttributes = ({ text, values, hash }: Linked): KeptEvent => ({
  event: packJson(text),
  hash,
  ...(values.length > 0 && { values: packJson(JSON.stringify(values)) }),
})

const valuesOf = ({ values }: KeptEvent): SealedValue[] =>
  values === undefined ? [] : (unpack(values) as SealedValue[])

/** An event as it was before it was linked, with its hash; one from before there were chains has none. */
export function eventIn(kept: KeptEvent): unknown {
  const linked = unpack(kept.event) as Readonly<Record<string, unknown>>
  if (kept.hash === undefined) return linked
  const { algorithm: _algorithm, before: _before, ...open } = linked
  return { ...(reveal(open, valuesOf(kept)) as object), hash: kept.hash }
}

/** Every event of a consultation is read here, and is what today's code knows, whatever version it was written in. */
export const eventOf = (kept: KeptEvent): ConsultationEvent => upcast(eventIn(kept) as WrittenEvent)

/** Values that an exported chain keeps to itself: what somebody signs in by, and what no reader of a case is told. */
const untold: ReadonlySet<string> = new Set(['by.sub', 'data.counts'])

const toldValues = (kept: KeptEvent, text: string): SealedValue[] => {
  const at = commitmentsIn(JSON.parse(text))
  return valuesOf(kept).map((value, index) => (untold.has(at[index]?.path ?? '') ? null : value))
}

/** Which events of a chain are asked for, and whether with their values. */
export type ChainAsked = { readonly first: number; readonly last: number; readonly withValues: boolean }

/** E4: the line of an event in an exported chain, and where its values are asked for, theirs. None of one without a hash. */
export function chainLines(kept: KeptEvent, { withValues }: { readonly withValues: boolean }): string[] {
  if (kept.hash === undefined) return []
  const text = unpackJson(kept.event)
  return withValues ? [text, JSON.stringify({ values: toldValues(kept, text) })] : [text]
}
