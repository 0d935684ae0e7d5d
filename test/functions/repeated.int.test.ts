import { placeCodeOf } from '@xieshang/kernel'
import { openCityStore } from '@xieshang/store/city'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCounty, type TestCounty } from '../../packages/store/test/county.ts'
import { createTestTable, rowsOf } from '../../packages/store/test/table.ts'
import { startSns } from './sns.ts'
import { queueOf, streamOf, wireCity, wireCounty } from './wired.ts'

let county: TestCounty
let sns: Awaited<ReturnType<typeof startSns>>
let committed: Awaited<ReturnType<typeof rowsOf>>

beforeAll(async () => {
  county = await startCounty()
  sns = await startSns()
  const id = await county.ready(6, 2)
  await county.done(id, 'openRound', { method: 'online', secrecy: 'named', items: [1, 2] })
  committed = await rowsOf(county.client, county.tableName)
})

afterAll(() => {
  county.stop()
  sns.stop()
})

/** What a table says, but for the moments and receipts of what was sent. */
const said = (rows: typeof committed) =>
  rows
    .filter(({ PK }) => !PK.startsWith('RECEIPT#'))
    .map((row) => {
      const { sentAt: _at, messageId: _id, attempts: _attempts, version: _version, summary, ...kept } = row
      const { handedOverAt: _over, smsAt: _shown, ...rest } = kept
      const told = rest.told as { channel: string } | undefined
      const { version: _own, ...card } = summary === undefined ? { version: 0 } : JSON.parse(String(summary))
      return JSON.stringify({ ...rest, told: told?.channel, card })
    })
    .toSorted()

/** Follows everything that was committed to its end, delivering as `arrange` has it. */
async function deliver(arrange: <T>(list: readonly T[]) => T[]) {
  const { client, table, tableName } = await createTestTable()
  for (const row of committed) await table.put(row)
  const cityTable = await createTestTable()
  const { relay, steps, sms } = await wireCounty(tableName, { sns, kmsEndpoint: county.kmsEndpoint })
  const texts = sns.sent.length
  const summaries: string[] = []
  const seen = new Set<string>()
  const mark = (row: (typeof committed)[number]) => `${row.PK} ${row.SK} ${row.version ?? ''}`
  for (
    let rows = committed;
    rows.length > 0;
    rows = (await rowsOf(client, tableName)).filter((row) => !seen.has(mark(row)))
  ) {
    for (const row of rows) seen.add(mark(row))
    const records = arrange(rows)
    for (let at = 0; at < records.length; at += 7)
      expect(await relay(streamOf(records.slice(at, at + 7)))).toEqual({ batchItemFailures: [] })
    const messages = sns.takePublished()
    summaries.push(...messages.filter(({ attributes }) => attributes.kind === 'summary').map(({ body }) => body))
    const pages = messages.filter(({ attributes }) => attributes.kind === 'step').map(({ body }) => body)
    expect(await steps(queueOf(arrange(pages)))).toEqual({ batchItemFailures: [] })
    const notices = arrange(messages.filter(({ attributes }) => attributes.channel === 'sms').map(({ body }) => body))
    for (let at = 0; at < notices.length; at += 5) {
      const batch = notices.slice(at, at + 5)
      const { batchItemFailures } = await sms(queueOf(batch))
      // One that another copy of the same message holds at this moment comes again later.
      const again = batchItemFailures.flatMap(({ itemIdentifier }) => batch[Number(itemIdentifier)] ?? [])
      expect(await sms(queueOf(again))).toEqual({ batchItemFailures: [] })
    }
  }
  const ingest = await wireCity(cityTable.tableName)
  expect(await ingest(queueOf(arrange(summaries)))).toEqual({ batchItemFailures: [] })
  const city = openCityStore(cityTable.table)
  return {
    county: said(await rowsOf(client, tableName)),
    city: (await city.dashboard(placeCodeOf('3311'))).figures,
    differences: await city.reconcile([placeCodeOf('331102')]),
    texts: sns.sent
      .slice(texts)
      .map(({ phone, text }) => `${phone} ${text.length}`)
      .toSorted(),
  }
}

describe('every message of the path', () => {
  it('delivered twice and out of order leaves the same tables, and nobody hears twice', async () => {
    const once = await deliver((list) => [...list])
    // A notice and a ballot for each of the eight.
    expect(once.texts).toHaveLength(16)
    expect(once.county.filter((row) => row.includes('SCREEN#'))).toHaveLength(1)
    expect(once.city).toMatchObject({ consultations: 1, participants: 8, told: 8 })
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(1_000_000)), async (chance) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          [...list, ...list]
            .map((entry) => ({ entry, by: Number(chance.next().value) }))
            .sort((a, b) => a.by - b.by)
            .map(({ entry }) => entry)
        const twice = await deliver(shuffled)
        expect(twice.county).toEqual(once.county)
        expect(twice.city).toEqual(once.city)
        expect(twice.texts).toEqual(once.texts)
        expect(twice.differences).toEqual([])
      }),
      { numRuns: 4 },
    )
  }, 120_000)
})
