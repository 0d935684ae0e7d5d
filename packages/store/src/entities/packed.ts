import { gunzipSync, gzipSync } from 'node:zlib'

/** Shorter texts are kept as they are, so that a person who looks at the table can read them. */
const plainUpTo = 40_000

/** What one item may hold; DynamoDB takes 400 KB, and closing a round must always find room. */
const most = 340_000

/** JSON as one attribute: as it is, and beyond a length gzip in base64. */
export const packJson = (json: string): string => (json.length <= plainUpTo ? json : gzipSync(json).toString('base64'))

/** The same JSON again, to the byte. */
export const unpackJson = (kept: string): string =>
  /^[[{]/.test(kept) ? kept : gunzipSync(Buffer.from(kept, 'base64')).toString('utf8')

export const pack = (value: unknown): string => packJson(JSON.stringify(value))

export const unpack = (kept: string): unknown => JSON.parse(unpackJson(kept))

/** Whether a value still fits into one item. */
export const fits = (value: unknown): boolean => Buffer.byteLength(pack(value)) <= most
