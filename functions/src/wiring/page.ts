import { Problem } from '@xieshang/http'
import { CursorError } from '@xieshang/store'

/** Waits for a page. A cursor from elsewhere is the caller's mistake. @throws Problem 400 */
export async function page<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    throw error instanceof CursorError ? Problem.of('cursorInvalid') : error
  }
}
