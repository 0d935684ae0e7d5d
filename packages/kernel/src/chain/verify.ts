import * as z from 'zod'
import { type ChainTools, chainAlgorithm, noHash } from './link.ts'
import { commitmentsIn } from './values.ts'

const linkSchema = z.looseObject({
  algorithm: z.string(),
  before: z.string(),
  number: z.int().min(1),
})

const valuesSchema = z.strictObject({ values: z.array(z.tuple([z.string(), z.string()]).nullable()) })

/** What ties an event to what it is of: everything an envelope says but its place in the chain. */
const ofSchema = z.looseObject({ consultation: z.string().optional(), entry: z.string().optional() })

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

const newline = 0x0a

/** The lines of a file, each of which ends: bytes, since a decoder would repair what was broken. */
function linesOf(file: Uint8Array): Uint8Array[] | undefined {
  const lines: Uint8Array[] = []
  let from = 0
  for (let at = file.indexOf(newline); at >= 0; at = file.indexOf(newline, from)) {
    lines.push(file.subarray(from, at))
    from = at + 1
  }
  return from === file.length && lines.length > 0 ? lines : undefined
}

function parsed<T extends z.ZodType>(schema: T, line: Uint8Array): z.output<T> | undefined {
  try {
    const read = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)))
    return read.success ? read.data : undefined
  } catch {
    // Neither text nor JSON: it is no line of a chain, and the verdict says so.
    return undefined
  }
}

/** A head as somebody typed it from paper: in groups, in capitals, with spaces around. */
export const plainHead = (typed: string): string => typed.replace(/\s/g, '').toLowerCase()

/**
 * E4: says of an exported chain whether anything in it was changed, left out, put in or moved.
 * @param file lines of events as they are kept, each perhaps followed by a line of its values
 * @param head the hash that paper, page or city tells; without it the end is not proved
 */
export function verifyChain(
  file: Uint8Array,
  head: string | undefined,
  { hash, commit }: Pick<ChainTools, 'hash' | 'commit'>,
): Verdict {
  const lines = linesOf(file)
  if (lines === undefined) return { kind: 'broken', line: 1, flaw: 'unreadable' }
  let last: { readonly number: number; readonly hash: string; readonly of: string } | undefined
  let first = 0
  let provedTo: number | undefined
  let commitments: string[] = []
  const counted = { values: 0, withoutValue: 0 }
  for (const [index, line] of lines.entries()) {
    const broken = (flaw: Flaw): Verdict => ({ kind: 'broken', line: index + 1, flaw })
    const kept = parsed(valuesSchema, line)
    if (kept !== undefined) {
      if (kept.values.length !== commitments.length) return broken('value')
      for (const [at, value] of kept.values.entries())
        if (value !== null && commit(value[0], value[1]) !== commitments[at]) return broken('value')
      const there = kept.values.filter((value) => value !== null).length
      counted.values += there
      counted.withoutValue -= there
      // An event has one line of values.
      commitments = []
      continue
    }
    const event = parsed(linkSchema, line)
    if (event === undefined) return broken('unreadable')
    if (event.algorithm !== chainAlgorithm) return broken('algorithm')
    const { consultation, entry } = ofSchema.parse(event)
    const of = JSON.stringify([consultation, entry])
    if (last !== undefined && of !== last.of) return broken('foreign')
    if (event.before !== (last?.hash ?? noHash)) return broken('unlinked')
    if (last !== undefined && event.number !== last.number + 1) return broken('unlinked')
    if (last === undefined) first = event.number
    last = { number: event.number, hash: hash(line), of }
    if (last.hash === head) provedTo = event.number
    commitments = commitmentsIn(event).map(({ commitment }) => commitment)
    counted.withoutValue += commitments.length
  }
  if (last === undefined) return { kind: 'broken', line: 1, flaw: 'unreadable' }
  if (head !== undefined && provedTo === undefined) return { kind: 'otherHead', head: last.hash }
  return {
    kind: 'unbroken',
    first,
    last: last.number,
    head: last.hash,
    ...(provedTo !== undefined && { provedTo }),
    ...counted,
  }
}
