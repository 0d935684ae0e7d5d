/**
 * What stands in an event for a value that is not in the open: the hash of its salt and the value, base64url. Under `json`
 * it is of something else than a text, as JSON.
 */
type Commitment = { readonly '#': string; readonly json?: true }

/** A value that is not in the open and its salt, base64url; `null` where it was destroyed, or is not told. */
export type SealedValue = readonly [salt: string, value: string] | null

/** The commitment to a value under a salt. */
export type Commit = (salt: string, value: string) => string

/** What may stand in the open, by its path in the value, e.g. `data.steps.title`; places in lists are not part of it. */
export type Openness = {
  readonly isOpenText: (path: string) => boolean
  /** What is not a text and is taken out whole all the same. */
  readonly isHidden: (path: string) => boolean
}

/** What a reader gets in the place of a text that was destroyed. */
export const destroyed = '〔已删除〕'

const isCommitment = (value: object): value is Commitment => '#' in value

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/**
 * Takes every text out of a value but those in the open, and puts a commitment in its place, so that what remains can be
 * shown, hashed and kept for ever, and what was taken out can be destroyed.
 * @param salt a new one at each call
 * @returns what remains, and the values in the order in which their commitments stand
 */
export function conceal(
  value: unknown,
  { isOpenText, isHidden }: Openness,
  { salt, commit }: { readonly salt: () => string; readonly commit: Commit },
): { readonly open: unknown; readonly values: readonly SealedValue[] } {
  const values: SealedValue[] = []
  const taken = (text: string): Commitment => {
    const own = salt()
    values.push([own, text])
    return { '#': commit(own, text) }
  }
  const walk = (part: unknown, path: string): unknown => {
    if (part === undefined) return undefined
    if (isHidden(path)) return { ...taken(JSON.stringify(part)), json: true } satisfies Commitment
    // One that says nothing says nothing of anybody.
    if (typeof part === 'string') return part === '' || isOpenText(path) ? part : taken(part)
    if (Array.isArray(part)) return part.map((one) => walk(one, path))
    if (typeof part !== 'object' || part === null) return part
    if (isCommitment(part)) throw new Error(`A commitment stands at ${path} already`)
    return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, walk(one, below(path, name))]))
  }
  const open = walk(value, '')
  return { open, values }
}

/** Puts values back where their commitments stand. */
export function reveal(open: unknown, values: readonly SealedValue[]): unknown {
  let next = 0
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null) return part
    if (!isCommitment(part)) return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, walk(one)]))
    const text = values[next++]?.[1]
    if (part.json === true) return text === undefined ? null : JSON.parse(text)
    return text ?? destroyed
  }
  return walk(open)
}

/** Where commitments stand in what remains of a value, in the order of its sealed values. */
export function commitmentsIn(open: unknown, path = ''): { readonly path: string; readonly commitment: string }[] {
  if (Array.isArray(open)) return open.flatMap((one) => commitmentsIn(one, path))
  if (typeof open !== 'object' || open === null) return []
  if (isCommitment(open)) return [{ path, commitment: open['#'] }]
  return Object.entries(open).flatMap(([name, one]) => commitmentsIn(one, below(path, name)))
}
