import type { Attributes } from './items.ts'

export const encodeCursor = (key: Attributes): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** A cursor that nobody here made is an error of the caller. */
export class CursorError extends Error {}

export function decodeCursor(cursor: string): Attributes {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (typeof key === 'object' && key !== null && Object.values(key).every((value) => typeof value === 'string'))
      return { ...key }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new CursorError('The cursor is not one of ours')
}
