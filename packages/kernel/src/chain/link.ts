import { type Commit, conceal, type Openness, type SealedValue } from './values.ts'

/** SM3 may come beside it: what is written names its own. */
export const chainAlgorithm = 'SHA-256'

/** What makes a chain: the algorithm's hash of bytes, and chance. Who runs the kernel gives it, since it knows no platform. */
export type ChainTools = {
  /** Lower-case hex. */
  readonly hash: (bytes: string | Uint8Array) => string
  readonly commit: Commit
  /** 128 random bits, base64url, new at each call. */
  readonly salt: () => string
}

/** An event as it is kept: its text, which is never changed, what is taken out of it, and the hash of the text. */
export type Linked = { readonly text: string; readonly values: readonly SealedValue[]; readonly hash: string }

/** Where a chain begins there is no hash before. */
export const noHash = ''

/**
 * E4: an event as a link of its chain. Its text names the hash of the text before, and so on to the first: whoever knows
 * the last hash knows that nothing was changed, left out or put in before it.
 * @param before the hash of the event before; `noHash` for the first
 * @param openness what of it may stand there for ever
 */
export function link(event: object, before: string, openness: Openness, { hash, commit, salt }: ChainTools): Linked {
  const { open, values } = conceal(event, openness, { salt, commit })
  const text = JSON.stringify({ algorithm: chainAlgorithm, before, ...(open as object) })
  return { text, values, hash: hash(text) }
}
