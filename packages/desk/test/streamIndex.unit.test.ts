import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { indexStreams } from '../src/engines/streamIndex.ts'

it('records of streams are found by an index, once, beside whoever has the database open', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-streams-'))
  const [streams, none] = ['streams.db', 'none.db'].map((name) => new DatabaseSync(join(folder, name)))
  streams?.exec('CREATE TABLE us (StreamID TEXT, ShardID TEXT, SequenceNumber INTEGER, PRIMARY KEY(SequenceNumber))')
  none?.exec('CREATE TABLE other (a TEXT)')
  for (let twice = 0; twice < 2; twice++) indexStreams(folder)
  const reader = new DatabaseSync(join(folder, 'streams.db'))
  const plan = reader.prepare("EXPLAIN QUERY PLAN SELECT * FROM us WHERE StreamID = 'a' AND ShardID = 'b'").all()
  expect(JSON.stringify(plan)).toContain('INDEX us_shard')
  indexStreams(join(folder, 'not there'))
  for (const database of [streams, none, reader]) database?.close()
  rmSync(folder, { recursive: true })
})
