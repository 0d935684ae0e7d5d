import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams'
import type { LocalFunction } from '../lambda/function.ts'
import { fitting } from '../lambda/limits.ts'
import type { State } from '../state/state.ts'
import { openLoop } from './loop.ts'
import type { Pace } from './pace.ts'

export type StreamSource = {
  readonly streamArn: string
  readonly target: Pick<LocalFunction, 'name' | 'invoke'>
  readonly batchSize: number
  readonly retries: number
  readonly bisect: boolean
  /** Whether a record is handed on; another one is done with. */
  readonly wanted: (record: unknown) => boolean
  /** Takes what could not be handled after all retries. */
  readonly onFailure: ((records: readonly StreamRecord[]) => Promise<void>) | undefined
}

const mostRetryMs = 5_000

/**
 * Records of one read, the most that DynamoDB gives. A reader that is behind by ten batches catches up in one read: each
 * holds the engine's writers up, and so comes at its pace only.
 */
const mostRead = 1_000

type Response = { readonly batchItemFailures?: readonly { readonly itemIdentifier: string }[] } | null

const base64 = (_key: string, value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value

/** A record as Lambda hands it over. */
const eventRecord = (record: _Record, streamArn: string) => {
  const { ApproximateCreationDateTime: at, ...dynamodb } = record.dynamodb ?? {}
  return {
    ...record,
    eventSourceARN: streamArn,
    eventSource: 'aws:dynamodb',
    dynamodb: JSON.parse(
      JSON.stringify(
        { ...dynamodb, ...(at !== undefined && { ApproximateCreationDateTime: Math.floor(at.getTime() / 1000) }) },
        base64,
      ),
    ),
  }
}

export type StreamRecord = ReturnType<typeof eventRecord>

const isTrimmed = (error: unknown) =>
  error instanceof Error && /TrimmedDataAccess|ExpiredIterator|ResourceNotFound|Validation/.test(error.name)

/**
 * Hands a table's stream to a function: in order within a shard, again from where a batch failed, from the position that
 * was kept after the last success.
 */
export function followStream(
  client: DynamoDBStreamsClient,
  source: StreamSource,
  state: Pick<State, 'get' | 'set'>,
  pace: Pace,
  log: (message: string) => void,
) {
  const kept = (shard: string) => `position:${source.streamArn}:${shard}`
  const iterators = new Map<string, string>()
  const ended = new Set<string>()
  let listed: Shard[] = []
  let listedAt = 0
  let reading = true

  async function shards(): Promise<Shard[]> {
    if (Date.now() - listedAt < 10_000) return listed
    const { StreamDescription: description } = await client.send(
      new DescribeStreamCommand({ StreamArn: source.streamArn }),
    )
    listed = description?.Shards ?? []
    listedAt = Date.now()
    return listed
  }

  async function iteratorOf(shard: string): Promise<string | undefined> {
    const known = iterators.get(shard)
    if (known !== undefined) return known
    const position = state.get(kept(shard))
    const from = (type: 'AFTER_SEQUENCE_NUMBER' | 'TRIM_HORIZON') =>
      client.send(
        new GetShardIteratorCommand({
          StreamArn: source.streamArn,
          ShardId: shard,
          ShardIteratorType: type,
          ...(type === 'AFTER_SEQUENCE_NUMBER' && position !== undefined && { SequenceNumber: position }),
        }),
      )
    const { ShardIterator: iterator } = await (position === undefined
      ? from('TRIM_HORIZON')
      : from('AFTER_SEQUENCE_NUMBER').catch((error: unknown) => {
          if (!isTrimmed(error)) throw error
          return from('TRIM_HORIZON')
        }))
    return iterator
  }

  /** Handles records in their order; returns once all are handled or given up. */
  async function handle(shard: string, records: readonly StreamRecord[], retriesLeft = source.retries): Promise<void> {
    let open = [...records]
    let retries = retriesLeft
    for (let wait = 100; open.length > 0; ) {
      let failedAt: number
      const batch = open.slice(0, source.batchSize)
      const now = batch.slice(0, fitting(batch))
      try {
        const response = (await source.target.invoke({
          Records: now,
        })) as Response
        const failed = (response?.batchItemFailures ?? []).map(({ itemIdentifier }) =>
          open.findIndex((record) => record.dynamodb?.SequenceNumber === itemIdentifier),
        )
        failedAt = failed.length === 0 ? now.length : Math.max(0, Math.min(...failed))
      } catch (error) {
        log(`${source.target.name}: ${error instanceof Error ? error.message : String(error)}`)
        if (source.bisect && open.length > 1 && retries > 0) {
          const half = Math.ceil(open.length / 2)
          await handle(shard, open.slice(0, half), retries - 1)
          open = open.slice(half)
          retries--
          continue
        }
        failedAt = 0
      }
      const last = open[failedAt - 1]?.dynamodb?.SequenceNumber
      if (last !== undefined) state.set(kept(shard), last)
      if (failedAt > 0) retries = source.retries
      open = open.slice(failedAt)
      if (open.length === 0) return
      if (failedAt === now.length) continue
      if (retries-- <= 0) {
        await source.onFailure?.(open.slice(0, 1))
        const skipped = open.shift()?.dynamodb?.SequenceNumber
        if (skipped !== undefined) state.set(kept(shard), skipped)
        retries = source.retries
        continue
      }
      await new Promise((resolve) => setTimeout(resolve, wait))
      wait = Math.min(wait * 2, mostRetryMs)
    }
  }

  async function readShard(shard: Shard): Promise<number> {
    const id = shard.ShardId ?? ''
    const iterator = await iteratorOf(id)
    if (iterator === undefined) {
      ended.add(id)
      return 0
    }
    const { Records: records = [], NextShardIterator: next } = await client
      .send(new GetRecordsCommand({ ShardIterator: iterator, Limit: mostRead }))
      .catch((error: unknown) => {
        iterators.delete(id)
        if (!isTrimmed(error)) throw error
        // The engine dropped what the iterator points at; the kept position says where to go on.
        return { Records: [], NextShardIterator: iterator }
      })
    if (!iterators.has(id) && records.length === 0 && next === iterator) return 0
    await handle(
      id,
      records.map((record) => eventRecord(record, source.streamArn)).filter((record) => source.wanted(record)),
    )
    const last = records.at(-1)?.dynamodb?.SequenceNumber
    if (last !== undefined) state.set(kept(id), last)
    if (next === undefined) {
      ended.add(id)
      iterators.delete(id)
    } else iterators.set(id, next)
    return records.length
  }

  const table = source.streamArn.split('/')[1] ?? ''
  const loop = openLoop(
    async () => {
      let read = 0
      reading = true
      const all = await shards()
      for (const shard of all) {
        const parentOpen = all.some((other) => other.ShardId === shard.ParentShardId && !ended.has(other.ShardId ?? ''))
        if (!ended.has(shard.ShardId ?? '') && !parentOpen) read += await readShard(shard)
      }
      // What is read full hides more; a megabyte can be full of a hundred records.
      if (read >= source.batchSize) pace.touch(table)
      reading = false
      await pace.turn(table)
    },
    (error) => log(`${source.streamArn}: ${String(error)}`),
    () => new Promise((resolve) => setTimeout(resolve, 1000)),
  )
  return {
    busy: () => (reading || pace.isDue(table) ? 1 : 0),
    stop: (): Promise<void> => {
      const ended = loop.stop()
      pace.leave(table)
      return ended
    },
  }
}
