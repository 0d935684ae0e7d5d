import type { SharedEntry } from '@xieshang/rules'
import { openCityStore, openEntryActs } from '@xieshang/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { now, officer, startCounty, type TestCounty } from '../../packages/store/test/county.ts'
import { createTestTable } from '../../packages/store/test/table.ts'
import { startSns } from './sns.ts'
import { queueOf, streamOf, wireCity, wireCounty } from './wired.ts'

let county: TestCounty
let sns: Awaited<ReturnType<typeof startSns>>

beforeAll(async () => {
  county = await startCounty()
  sns = await startSns()
})

afterAll(() => {
  county.stop()
  sns.stop()
})

const inCounty = { ...officer, role: 'county' as const, division: '331102' }
const acts = () => openEntryActs(county.store)
const site = { title: '永晖示范点', grade: 'city', since: '2026-01-01', text: '六步法' }

describe('an entry for the whole city', () => {
  it('G9: reaches the city by the outbox, once and as it last stood, however often and late it is told', async () => {
    const id = 'SITE00000001'
    const common = { id, tenant: '331102', actor: inCounty, now: now() }
    const request = (key: string) => ({ sub: 'county', key, fingerprint: key })
    await acts().run({
      ...common,
      command: { act: 'create', kind: 'demonstrationSite', division: officer.division, body: site },
      request: request('site-1'),
    })
    const first = await county.table.queryAll(`ENTRY#${id}`)
    await acts().run({
      ...common,
      command: { act: 'stop', kind: 'demonstrationSite', body: { reason: '到期' } },
      request: request('site-2'),
    })
    const second = await county.table.queryAll(`ENTRY#${id}`)

    const { relay } = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
    expect(await relay(streamOf([...first, ...second]))).toEqual({ batchItemFailures: [] })
    const bodies = sns
      .takePublished()
      .filter(({ attributes }) => attributes.kind === 'entry')
      .map(({ body }) => body)
    expect(bodies.map((body) => (JSON.parse(body) as SharedEntry).version)).toEqual([1, 2])

    const city = await createTestTable()
    const ingest = await wireCity(city.tableName)
    const batch = [bodies[1], bodies[0], bodies[1]].flatMap((body) => body ?? [])
    expect(await ingest(queueOf(batch))).toEqual({ batchItemFailures: [] })
    const { entries } = await openCityStore(city.table).shared('demonstrationSite')
    expect(entries).toMatchObject([{ entry: id, tenant: '331102', status: 'stopped', version: 2, title: '永晖示范点' }])
  })
})
