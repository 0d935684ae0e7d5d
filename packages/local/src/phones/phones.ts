import { randomUUID } from 'node:crypto'
import type { Clock, State } from '@xieshang/desk/kept'
import { makePhoneTables } from './tables.ts'

export type PhoneMessage = { readonly id: string; readonly number: string; readonly text: string; readonly at: string }

/**
 * What each phone received, kept before the sender is answered.
 * @param received told of each message that a phone now has
 */
export function openPhones(state: State, clock: Pick<Clock, 'date'>, received: (id: string) => void = () => undefined) {
  makePhoneTables(state)
  const insert = state.db.prepare('INSERT INTO messages (id, number, text, at) VALUES (?, ?, ?, ?)')
  const newest = state.db.prepare('SELECT * FROM messages ORDER BY at DESC, rowid DESC LIMIT ?')
  const ofNumber = state.db.prepare('SELECT * FROM messages WHERE number = ? ORDER BY at DESC, rowid DESC LIMIT ?')
  const counts = state.db.prepare(
    'SELECT number, COUNT(*) AS count, MAX(at) AS at FROM messages GROUP BY number ORDER BY at DESC LIMIT ?',
  )
  const message = (row: Record<string, unknown>): PhoneMessage => ({
    id: String(row.id),
    number: String(row.number),
    text: String(row.text),
    at: String(row.at),
  })
  return {
    receive(number: string, text: string): string {
      const id = randomUUID()
      insert.run(id, number, text, clock.date().toISOString())
      received(id)
      return id
    },
    /** Newest first. */
    messages: (number: string | undefined, most = 500): PhoneMessage[] =>
      (number === undefined ? newest.all(most) : ofNumber.all(number, most)).map(message),
    phones: (most = 2000): { number: string; count: number; at: string }[] =>
      counts.all(most).map((row) => ({ number: String(row.number), count: Number(row.count), at: String(row.at) })),
  }
}

export type Phones = ReturnType<typeof openPhones>
