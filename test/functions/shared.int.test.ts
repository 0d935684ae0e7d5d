import { openEntryActs } from '@xieshang/acts/registers'
import { type PlaceCode, type ProvedPlace, placeCodeOf } from '@xieshang/kernel'
import { addDays, type CityAct, dayOf, type SharedEntry } from '@xieshang/rules'
import { openCityStore } from '@xieshang/store/city'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteOperations } from '../../functions/src/city/notes.ts'
import { now, officer, startCounty, type TestCounty } from '../../packages/store/test/county.ts'
import { createTestTable } from '../../packages/store/test/table.ts'
import { seedPlaces } from '../places.ts'
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

const inCounty = { ...officer, role: 'county' as const, division: placeCodeOf('331102') }
const acts = () => openEntryActs(county.store)
const site = { title: '永晖示范点', grade: 'city', since: '2026-01-01', text: '六步法' }

describe('an entry for the whole city', () => {
  it('G9: reaches the city by the outbox, once and as it last stood, however often and late it is told', async () => {
    const id = 'SITE00000001'
    const common = { id, tenant: placeCodeOf('331102'), actor: inCounty, now: now() }
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
    expect(entries).toMatchObject([
      { entry: id, tenant: placeCodeOf('331102'), status: 'stopped', version: 2, title: { zh: '永晖示范点' } },
    ])
  })
})

describe('what is owed in a county', () => {
  it('G3: reaches the city by the outbox, and is overdue there by the day alone', async () => {
    const { id } = await county.propose()
    const read = await county.store.summaries.refresh(id)
    if (read === undefined) throw new Error('It was proposed')
    await county.store.duties.refreshCase(read.state, read.seats, { addWorkdays: addDays })
    const item = await county.table.get({ PK: `CASE#${id}`, SK: 'DUTIES' })
    const { relay } = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
    expect(await relay(streamOf(item === undefined ? [] : [item]))).toEqual({ batchItemFailures: [] })
    const bodies = sns.takePublished().filter(({ attributes }) => attributes.kind === 'owed')
    const city = await createTestTable()
    const ingest = await wireCity(city.tableName)
    expect(await ingest(queueOf(bodies.map(({ body }) => body)))).toEqual({ batchItemFailures: [] })
    const store = openCityStore(city.table)
    const today = dayOf(now())
    expect(await store.overdueIn(placeCodeOf('3311'), today)).toEqual([])
    expect(await store.overdueIn(placeCodeOf('3311'), addDays(today, 30))).toMatchObject([
      { owner: id, consultation: true, title: '停车位改造', duties: [{ kind: 'register', due: addDays(today, 3) }] },
    ])
  })
})

describe('a summary whose version does not follow', () => {
  const asks = () => sns.takePublished().filter(({ attributes }) => attributes.county === placeCodeOf('331102'))
  const summaries = (messages: ReturnType<typeof sns.takePublished>) =>
    messages.filter(({ attributes }) => attributes.kind === 'summary').map(({ body }) => body)

  it('U3: is asked for at its county, by topic, inbox and outbox, and its answer is believed', async () => {
    const { id } = await county.propose()
    await county.store.summaries.refresh(id)
    const city = await createTestTable()
    const ingest = await wireCity(city.tableName)
    const row = await county.table.get({ PK: `CASE#${id}`, SK: 'SUMMARY' })
    const made = { ...JSON.parse(String(row?.summary)), version: 999_999, figures: { told: 500 } }
    expect(await ingest(queueOf([JSON.stringify(made)]))).toEqual({ batchItemFailures: [] })
    const [question] = asks()
    expect(JSON.parse(question?.body ?? '')).toMatchObject({ county: placeCodeOf('331102'), consultation: id })

    const { inbox, relay } = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
    expect(await inbox(queueOf([question?.body ?? '']))).toEqual({ batchItemFailures: [] })
    const answered = await county.table.get({ PK: `CASE#${id}`, SK: 'SUMMARY' })
    expect(await relay(streamOf([answered ?? {}]))).toEqual({ batchItemFailures: [] })
    const answers = summaries(sns.takePublished())
    const again = await wireCity(city.tableName)
    expect(await again(queueOf(answers))).toEqual({ batchItemFailures: [] })
    const store = openCityStore(city.table)
    expect(await store.summary(placeCodeOf('331102'), id)).toMatchObject({
      version: 1,
      figures: { consultations: 1, told: 0 },
    })
    expect((await store.dashboard(placeCodeOf('3311'))).figures).toMatchObject({ consultations: 1, told: 0 })
  })

  it('U3: of a consultation that is not there is taken back', async () => {
    const city = await createTestTable()
    const made = {
      v: 1,
      consultation: 'NOBODY',
      tenant: placeCodeOf('331102'),
      division: placeCodeOf('331102001001'),
      title: '无',
    }
    const summary = { ...made, step: 'proposed', updatedAt: now(), version: 2, figures: { consultations: 1 } }
    expect(await (await wireCity(city.tableName))(queueOf([JSON.stringify(summary)]))).toEqual({
      batchItemFailures: [],
    })
    const [question] = asks()
    const store = openCityStore(city.table)
    expect((await store.dashboard(placeCodeOf('3311'))).figures.consultations).toBe(1)
    const { inbox, relay } = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
    expect(await inbox(queueOf([question?.body ?? '']))).toEqual({ batchItemFailures: [] })
    expect(await relay(streamOf(await county.table.queryAll('UNKNOWN#NOBODY')))).toEqual({ batchItemFailures: [] })
    const answers = summaries(sns.takePublished())
    expect(await (await wireCity(city.tableName))(queueOf(answers))).toEqual({ batchItemFailures: [] })
    expect((await store.dashboard(placeCodeOf('3311'))).figures.consultations).toBe(0)
  })

  it('a question to another county stays in the queue', async () => {
    const { inbox } = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
    const ask = { v: 1, ask: 'question', county: placeCodeOf('331121'), consultation: 'NOBODY' }
    expect((await inbox(queueOf([JSON.stringify(ask)]))).batchItemFailures).toHaveLength(1)
  })
})

describe('a note of the city', () => {
  const note = 'NOTE00000001'
  const act = (name: string, body: Record<string, unknown>, key: string): CityAct => ({
    v: 1,
    note,
    division: placeCodeOf('331102'),
    act: name,
    body,
    by: { sub: 'city-1', name: '市民政局', division: placeCodeOf('3311') },
    at: now(),
    key,
    fingerprint: key,
  })
  const content = { title: '抓紧备案', issuers: ['city'], text: '请说明', answerBy: '2099-05-31' }
  const take = async (...acts: unknown[]) => {
    const { inbox } = await wireCounty(county.tableName, { sns, kmsEndpoint: county.kmsEndpoint })
    return inbox(queueOf(acts.map((one) => JSON.stringify(one))))
  }

  it('G3: is entered on the county’s register once, however often it is told, and only the city closes it', async () => {
    const sent = act('create', content, 'note-1')
    expect(await take(sent, sent)).toEqual({ batchItemFailures: [] })
    expect(await take(sent)).toEqual({ batchItemFailures: [] })
    expect(await county.store.entries.load(note)).toMatchObject({
      version: 1,
      division: placeCodeOf('331102'),
      created: { by: { role: 'city', name: '市民政局' } },
    })
    const byCounty = (name: string, body: unknown) =>
      acts().run({
        id: note,
        tenant: placeCodeOf('331102'),
        actor: inCounty,
        now: now(),
        command: { act: name, kind: 'supervisionNote', body },
        request: { sub: 'county', key: name, fingerprint: name },
      })
    expect(await byCounty('answer', { text: '已备案' })).toMatchObject({ kind: 'done' })
    expect(await byCounty('close', { note: '完' })).toMatchObject({ kind: 'refused' })
    expect(await take(act('close', { note: '属实' }, 'note-2'))).toEqual({ batchItemFailures: [] })
    expect(await county.store.entries.load(note)).toMatchObject({ version: 3, acts: [{}, { act: 'close' }] })
  })

  it('G3: that the register refuses changes nothing; what is not for this county stays in the queue', async () => {
    expect(await take(act('close', { note: '再次' }, 'note-3'))).toEqual({ batchItemFailures: [] })
    expect(await county.store.entries.load(note)).toMatchObject({ version: 3 })
    const foreign = { ...act('create', content, 'note-4'), note: 'NOTE00000002', division: placeCodeOf('331121') }
    expect(await take(foreign, { v: 1 })).toEqual({
      batchItemFailures: [{ itemIdentifier: '0' }, { itemIdentifier: '1' }],
    })
    expect(await county.store.entries.load('NOTE00000002')).toBeUndefined()
  })
})

describe('a note that cannot be sent', () => {
  async function sends(division: PlaceCode, more: { readonly consultation?: string } = {}) {
    const city = await createTestTable()
    await seedPlaces(city.client, city.tableName, [division])
    const [sendNote] = noteOperations({
      store: openCityStore(city.table),
      tell: () => Promise.reject(new Error('Nothing is to be told')),
      counties: [placeCodeOf('331102')],
    })
    const fields = { title: '督办', issuers: ['city'], text: '请说明', answerBy: '2099-05-31', ...more }
    const input = {
      params: undefined,
      query: undefined,
      body: { division, fields },
      actor: { sub: 'city-1', name: '市民政局', role: 'city', division: placeCodeOf('3311') },
      language: 'zh',
      idempotencyKey: 'note-5',
      ifMatch: undefined,
      prove: (place: PlaceCode) => place as ProvedPlace,
    } as const
    if (sendNote === undefined || sendNote.access === 'open') throw new Error('Only the city sends notes')
    return sendNote.run(input)
  }

  it('G3: is refused for a county that has no inbox yet', async () => {
    await expect(sends(placeCodeOf('331121'))).rejects.toMatchObject({ code: 'countyNotThere', status: 422 })
    expect(sns.takePublished()).toEqual([])
  })

  it('G3: is refused when the consultation it names is not known', async () => {
    const unknown = { consultation: '01M8PNBC06KWZCF5K5HJMQ8MQC' }
    await expect(sends(placeCodeOf('331102'), unknown)).rejects.toMatchObject({
      code: 'consultationElsewhere',
      status: 422,
    })
    expect(sns.takePublished()).toEqual([])
  })
})
