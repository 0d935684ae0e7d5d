import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** What the desk itself keeps between runs: keys, sign-ins, the time, positions in streams, and what its plugins keep. */
export function openState(dataDir: string) {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'desk.sqlite')
  const db = new DatabaseSync(file)
  // Keys lie in it: nobody else on this machine reads it.
  chmodSync(file, 0o600)
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  `)
  const get = db.prepare('SELECT value FROM kept WHERE name = ?')
  const set = db.prepare(
    'INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  return {
    db,
    get: (name: string): string | undefined => {
      const row = get.get(name)
      return row === undefined ? undefined : String(row.value)
    },
    set: (name: string, value: string): void => {
      set.run(name, value)
    },
    close: () => db.close(),
  }
}

export type State = ReturnType<typeof openState>
