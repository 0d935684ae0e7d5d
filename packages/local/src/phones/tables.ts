import type { State } from '@xieshang/desk/kept'

/** What phones received, and of which of it the delivery log has not been handed over yet. */
export const makePhoneTables = ({ db }: State): void =>
  db.exec(`
    CREATE TABLE IF NOT EXISTS messages (id TEXT PRIMARY KEY, number TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS by_number ON messages (number, at);
    CREATE TABLE IF NOT EXISTS receipts (id TEXT PRIMARY KEY);
  `)
