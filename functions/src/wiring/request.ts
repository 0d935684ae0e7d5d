import { createHash } from 'node:crypto'
import type { Request } from '@xieshang/store'

export const fingerprintOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/** A request by whom and what it was, so that the same one again is known. */
export const requestOf = (sub: string, key: string, ...parts: readonly unknown[]): Request => ({
  sub,
  key,
  fingerprint: fingerprintOf(...parts),
})
