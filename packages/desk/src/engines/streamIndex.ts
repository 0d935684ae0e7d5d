import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Whenever DynamoDB Local writes to a table that has a stream, or is asked for records, it looks through the records of
 * all streams: 10 ms when there are 16,000. With an index on
 * its own table it takes 0.02 ms. The engine may run.
 * @param folder in which the engine keeps its databases
 */
export function indexStreams(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.db'))) {
    const database = new DatabaseSync(join(folder, name))
    try {
      database.exec('PRAGMA busy_timeout = 10000')
      const records = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'us'").get()
      if (records !== undefined)
        database.exec('CREATE INDEX IF NOT EXISTS us_shard ON us (StreamID, ShardID, SequenceNumber)')
    } finally {
      database.close()
    }
  }
}
