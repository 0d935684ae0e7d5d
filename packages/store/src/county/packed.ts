import { gunzipSync, gzipSync } from 'node:zlib'

/** Shorter texts are kept as they are, so that a person who looks at the table can read them. */
const plainUpTo = 40_000

/** What one item may hold; DynamoDB takes 400 KB, and closing a round must always find room. */
const most = 340_000

/** A value as the text of one attribute: JSON, and beyond a length gzip in base64. */
export function pack(value: unknown): string {
  const json = JSON.stringify(value)
  return json.length <= plainUpTo ? json : gzipSync(json).toString('base64')
}

export const unpack = (text: string): unknown =>
  JSON.parse(/^[[{]/.test(text) ? text : gunzipSync(Buffer.from(text, 'base64')).toString('utf8'))

/** Whether a value still fits into one item. */
export const fits = (value: unknown): boolean => Buffer.byteLength(pack(value)) <= most
