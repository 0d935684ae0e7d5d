import type { Catalogue } from '../access/calls.ts'
import type { openPassOn } from './passOn.ts'

/**
 * DynamoDB Local answers a transaction before it is on disk; whatever is read afterwards waits until it is (a put, an
 * update and a batch are on disk when they are answered: each was killed twenty times). So a transaction is answered
 * only after one read that began after the engine's answer. One read serves all that wait for it.
 */
export function openSettled(read: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  return () => {
    next ??= running.then(() => {
      // From here on the read has begun: who comes later waits for another one.
      next = undefined
      const now = read()
      running = now.catch(() => undefined)
      return now
    })
    return next
  }
}

/** One read of any item of any table: they share what is written to the disk. */
export async function readOnce(database: ReturnType<typeof openPassOn>, { tables }: Catalogue): Promise<void> {
  const [first] = tables
  if (first === undefined) return
  const [TableName, { anyKey: Key }] = first
  const body = Buffer.from(JSON.stringify({ TableName, Key, ConsistentRead: true }))
  const { status } = await database.send(
    { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.GetItem' },
    body,
  )
  if (status !== 200) throw new Error(`The database answered ${status}: what was written may not be on disk`)
}
