import { openCityStore } from '@xieshang/store'
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
    .map((row) => {
      const { sentAt: _at, messageId: _id, attempts: _attempts, version: _version, summary, ...rest } = row
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
    city: (await city.dashboard('3311')).figures,
    differences: await city.reconcile(['331102']),
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

describe('the sender', () => {
  const prepared = async () => {
    const { client, table, tableName } = await createTestTable()
    for (const row of committed) await table.put(row)
    const handlers = await wireCounty(tableName, { sns, kmsEndpoint: county.kmsEndpoint })
    await handlers.relay(streamOf(committed.filter(({ SK }) => SK.startsWith('EVENT#'))))
    await handlers.steps(queueOf(sns.takePublished().map(({ body }) => body)))
    const rows = (await rowsOf(client, tableName)).filter(({ SK }) => SK.startsWith('DELIVERY#'))
    const [first] = rows.map(({ event }) => Number(event)).toSorted((a, b) => a - b)
    const notices = rows
      .filter(({ event }) => event === first)
      .toSorted((a, b) => Number(a.seat) - Number(b.seat))
      .map(({ consultation, event, seat }) => JSON.stringify({ consultation, event, seat }))
    const consultation = String(rows[0]?.consultation)
    const seat = (number: number) =>
      table.get({ PK: `CASE#${consultation}`, SK: `SEAT#${String(number).padStart(4, '0')}` })
    return { ...handlers, notices, seat, table }
  }
  const phone = '+8613800000002' // of the third resident, in seat 5

  it('leaves only what failed for a moment in the queue, and sends it once', async () => {
    const { sms, notices } = await prepared()
    const before = sns.sent.length
    sns.refuse(phone, 'Throttling')
    expect(await sms(queueOf(notices))).toEqual({ batchItemFailures: [{ itemIdentifier: '4' }] })
    expect(sns.sent.length - before).toBe(7)
    sns.accept(phone)
    expect(await sms(queueOf(notices))).toEqual({ batchItemFailures: [] })
    expect(sns.sent.slice(before).filter((message) => message.phone === phone)).toHaveLength(1)
    expect(sns.sent.length - before).toBe(8)
  })

  it('P3a: puts whom the network refuses for good on the door-to-door list', async () => {
    const { sms, notices, seat } = await prepared()
    sns.refuse(phone, 'InvalidParameter')
    expect(await sms(queueOf(notices))).toEqual({ batchItemFailures: [] })
    sns.accept(phone)
    expect(await seat(5)).toMatchObject({ sms: 'failed' })
    expect(await seat(4)).toMatchObject({ sms: 'sent', told: { channel: 'sms' } })
  })

  it('does not choke on a message that is none of ours', async () => {
    const { sms, notices } = await prepared()
    const odd = ['', 'null', '{}', '{"consultation":"nobody","event":1,"seat":1}', ...notices.slice(0, 1)]
    const { batchItemFailures } = await sms(queueOf(odd))
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['0', '1', '2'])
  })

  it('U2: a number, a name and a link never lie in what is published', async () => {
    await prepared()
    const text = JSON.stringify(sns.takePublished())
    expect(text).not.toMatch(/\+86|居民\d|https/)
  })
})
