import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import { expect, it, vi } from 'vitest'
import { openPace } from '../src/sources/pace.ts'
import { followStream } from '../src/sources/stream.ts'

const records = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ dynamodb: { SequenceNumber: String(index + 1).padStart(6, '0') } }))

it('a reader that is behind reads a thousand at once, and hands on no more than a batch, in order', async () => {
  const open = records(1_250)
  const reads: number[] = []
  const client = Object.assign(new DynamoDBStreamsClient({ region: 'us-east-1' }), {
    send: async (command: unknown) => {
      if (command instanceof DescribeStreamCommand) return { StreamDescription: { Shards: [{ ShardId: 'one' }] } }
      if (command instanceof GetShardIteratorCommand) return { ShardIterator: 'first' }
      if (!(command instanceof GetRecordsCommand)) throw new Error('Nothing else is asked for')
      const read = open.splice(0, command.input.Limit)
      if (read.length > 0) reads.push(read.length)
      return { Records: read, NextShardIterator: 'next' }
    },
  })
  const batches: string[][] = []
  const target = {
    name: 'relay',
    invoke: async (event: unknown) => {
      const { Records } = event as { Records: { dynamodb: { SequenceNumber: string } }[] }
      batches.push(Records.map(({ dynamodb }) => dynamodb.SequenceNumber))
      return null
    },
  }
  const kept = new Map<string, string>()
  const state = { get: (key: string) => kept.get(key), set: (key: string, value: string) => void kept.set(key, value) }
  const following = followStream(
    client,
    {
      streamArn: 'arn:aws:dynamodb:r:a:table/t/stream/s',
      target,
      batchSize: 100,
      retries: 3,
      bisect: true,
      wanted: () => true,
      onFailure: undefined,
    },
    state,
    openPace({ roundMs: 10, idleMs: 50 }),
    () => undefined,
  )
  await vi.waitFor(() => expect(batches.flat()).toHaveLength(1_250))
  await following.stop()
  expect(reads).toEqual([1_000, 250])
  expect(Math.max(...batches.map((batch) => batch.length))).toBe(100)
  expect(batches.flat()).toEqual(records(1_250).map(({ dynamodb }) => dynamodb.SequenceNumber))
  expect([...kept.values()]).toEqual(['001250'])
})
