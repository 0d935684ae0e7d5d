import { pagesOf } from '@xieshang/rules'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { startCounty, type TestCounty } from '../../packages/store/test/county.ts'
import { createTestTable, rowsOf } from '../../packages/store/test/table.ts'
import { startSns } from '../functions/sns.ts'
import { queueOf, streamOf, wireCity, wireCounty } from '../functions/wired.ts'
import { type Counter, startCounter } from './counter.ts'

const rounds = 5
const perRound = 20
/** A list of 5,000 takes minutes to make: `pnpm bench` asks for it. */
const lists = (process.env.BENCH_LISTS ?? '20,1000').split(',').map(Number)

let counter: Counter
let sns: Awaited<ReturnType<typeof startSns>>
const counties: TestCounty[] = []

beforeAll(async () => {
  counter = await startCounter(inject('dynamodb'))
  sns = await startSns()
})

afterAll(async () => {
  for (const county of counties) county.stop()
  await sns.stop()
  await counter.stop()
})

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

/** A hundred ballots of five rounds, as they lie in the stream. */
async function ballotsOf(county: TestCounty, seats: number): Promise<Row[]> {
  const id = await county.ready(seats - 2, rounds)
  const tokens = await county.tokensOf(id)
  const first = Array.from({ length: perRound }, (_, index) => tokens.get(index + 1))
  for (let round = 1; round <= rounds; round++) {
    const state = await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [round] })
    // What the steps do for a long list.
    const opened = state.rounds[round - 1]
    if (opened === undefined) throw new Error('No round was opened')
    for (let page = 1; page <= pagesOf(seats); page++) await county.store.ballots.openPage(state, opened, page)
    for (const token of first)
      expect(await county.cast(id, token, [{ item: round, choice: 'yes' }], { round })).toMatchObject({ kind: 'cast' })
    if (round < rounds) await county.closed(id, round)
  }
  const rows = await rowsOf(county.client, county.tableName)
  return rows.filter(({ PK, status }) => PK.startsWith('LINK#') && status === 'cast')
}

/** Engine calls of the relay and of all that follows, when so many ballots lie ready in one batch. */
async function callsAfter(seats: number): Promise<string[]> {
  const county = await startCounty()
  counties.push(county)
  const ballots = await ballotsOf(county, seats)
  expect(ballots).toHaveLength(rounds * perRound)
  const city = await createTestTable()
  const dynamodb = counter.endpoint
  const { relay } = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint, dynamodb })
  const markOf = (row: Row) => JSON.stringify([row.PK, row.SK, row])
  const seen = new Set<string>()
  const fresh = async () => {
    const rows = (await rowsOf(county.client, county.tableName)).filter((row) => !seen.has(markOf(row)))
    for (const row of rows) seen.add(markOf(row))
    return rows
  }
  /** Hands a batch on, and whatever it changes, to the end. */
  const handOn = async (first: readonly Row[]) => {
    for (let batch = first; batch.length > 0; batch = await fresh())
      expect(await relay(streamOf(batch))).toEqual({ batchItemFailures: [] })
  }
  // Before a vote the list was counted long ago.
  const heads = (await fresh()).filter(({ SK }) => SK === 'HEAD')
  await handOn(heads)
  sns.takePublished()
  counter.take()
  await handOn(ballots)
  const summaries = sns.takePublished().filter(({ attributes }) => ['summary', 'owed'].includes(attributes.kind ?? ''))
  const ingest = await wireCity(city.tableName)
  expect(await ingest(queueOf(summaries.map(({ body }) => body)))).toEqual({ batchItemFailures: [] })
  return counter.take().map(({ operation }) => operation)
}

it(`what follows a hundred ballots is the same on lists of ${lists.join(' and ')}, and at most 40 calls of the engine`, async () => {
  const calls: string[][] = []
  for (const seats of lists) calls.push(await callsAfter(seats))
  for (const [index, all] of calls.entries())
    console.log(
      `relay          list of ${lists[index]}: ${all.length} engine calls follow 100 ballots in one batch (goal 40)`,
    )
  for (const all of calls) {
    expect(all.toSorted()).toEqual(calls[0]?.toSorted())
    expect(all.length).toBeLessThanOrEqual(40)
  }
}, 1_800_000)
