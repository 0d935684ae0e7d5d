import { linesOf, linkSchema, ofSchema, parsed, valuesSchema } from './lines.ts'
import { type ChainTools, chainAlgorithm, noHash } from './link.ts'
import { commitmentsIn, type SealedValue } from './values.ts'

export type Flaw =
  /** A line that is no event. */
  | 'unreadable'
  /** An algorithm that this program does not know. */
  | 'algorithm'
  /** An event of something else. */
  | 'foreign'
  /** It does not follow the event before it: one of the two was changed, or something is missing between them. */
  | 'unlinked'
  /** A value that is not the one that was committed to. */
  | 'value'

/** What can be said of an exported chain. */
export type Verdict =
  | { readonly kind: 'broken'; readonly line: number; readonly flaw: Flaw }
  /** Unbroken in itself, but it never comes to the head that was given: something was changed, or its end is missing. */
  | { readonly kind: 'otherHead'; readonly head: string }
  | {
      readonly kind: 'unbroken'
      /** Numbers of the first and the last event. */
      readonly first: number
      readonly last: number
      /** The hash of the last. */
      readonly head: string
      /** The number of the event that the given head is of. What follows it, and without one the end, is not proved. */
      readonly provedTo?: number
      /** Values that are there and are what was committed to, and values that are not there. */
      readonly values: number
      readonly withoutValue: number
    }

/** A head as somebody typed it from paper: in groups, in capitals, with spaces around. */
export const plainHead = (typed: string): string => typed.replace(/\s/g, '').toLowerCase()

type Tools = Pick<ChainTools, 'hash' | 'commit'>

/** How far a chain was read. */
type Read = {
  readonly first: number
  readonly last: { readonly number: number; readonly hash: string; readonly of: string }
  readonly provedTo?: number
  /** The last event's, as long as its values have not come. */
  readonly commitments: readonly string[]
  readonly values: number
  readonly withoutValue: number
}

/** The values of the event before. */
function withValues(read: Read | undefined, values: readonly SealedValue[], { commit }: Tools): Read | Flaw {
  if (read === undefined) return 'unreadable'
  const there = values.filter((value) => value !== null).length
  const same = values.every((value, at) => value === null || commit(value[0], value[1]) === read.commitments[at])
  if (values.length !== read.commitments.length || !same) return 'value'
  // An event has one line of values.
  return { ...read, commitments: [], values: read.values + there, withoutValue: read.withoutValue - there }
}

/** The next event of the chain. */
function withEvent(read: Read | undefined, line: Uint8Array, head: string | undefined, { hash }: Tools): Read | Flaw {
  const event = parsed(linkSchema, line)
  if (event === undefined) return 'unreadable'
  if (event.algorithm !== chainAlgorithm) return 'algorithm'
  const { number, before } = event
  const of = JSON.stringify(ofSchema.parse(event))
  if (read !== undefined && of !== read.last.of) return 'foreign'
  if (before !== (read?.last.hash ?? noHash) || (read !== undefined && number !== read.last.number + 1))
    return 'unlinked'
  const own = hash(line)
  const commitments = commitmentsIn(event).map(({ commitment }) => commitment)
  return {
    ...(read ?? { first: number, values: 0 }),
    last: { number, hash: own, of },
    ...(own === head && { provedTo: number }),
    commitments,
    withoutValue: (read?.withoutValue ?? 0) + commitments.length,
  }
}

/**
 * E4: says of an exported chain whether anything in it was changed, left out, put in or moved.
 * @param file lines of events as they are kept, each perhaps followed by a line of its values
 * @param head the hash that paper, page or city tells; without it the end is not proved
 */
export function verifyChain(file: Uint8Array, head: string | undefined, tools: Tools): Verdict {
  let read: Read | undefined
  for (const [index, line] of (linesOf(file) ?? []).entries()) {
    const kept = parsed(valuesSchema, line)
    const next = kept === undefined ? withEvent(read, line, head, tools) : withValues(read, kept.values, tools)
    if (typeof next === 'string') return { kind: 'broken', line: index + 1, flaw: next }
    read = next
  }
  if (read === undefined) return { kind: 'broken', line: 1, flaw: 'unreadable' }
  const { first, last, provedTo, values, withoutValue } = read
  if (head !== undefined && provedTo === undefined) return { kind: 'otherHead', head: last.hash }
  const proved = provedTo === undefined ? {} : { provedTo }
  return { kind: 'unbroken', first, last: last.number, head: last.hash, ...proved, values, withoutValue }
}
