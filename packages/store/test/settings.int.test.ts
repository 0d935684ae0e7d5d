import { placeCodeOf, verifyChain } from '@xieshang/kernel'
import { nodeChainTools } from '@xieshang/kernel/node'
import {
  type Actor,
  defaultParameters,
  type SetCatalogue,
  setCatalogue,
  setCatalogueSchema,
  setParameters,
} from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackJson } from '../src/entities/packed.ts'
import { meter } from './capacity.ts'
import { now, startCounty, type TestCounty } from './county.ts'

const officer: Actor = { sub: 'county-1', name: '县民政局', role: 'county', division: placeCodeOf('331102') }
const { version: _version, ...usual } = defaultParameters
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const tomorrow = () => new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)

let county: TestCounty
let counter = 0

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

const request = (key = `setting-${++counter}`, fingerprint = key) => ({ sub: officer.sub, key, fingerprint })

const set = (
  change: Partial<typeof usual>,
  revision: number,
  options: { from?: string; request?: ReturnType<typeof request> } = {},
) =>
  county.store.settings.parameters.set({
    revision,
    request: options.request ?? request(),
    decide: (versions) =>
      setParameters(
        { effectiveFrom: options.from ?? today(), reason: '结合实际', parameters: { ...usual, ...change } },
        { now: now(), actor: officer, versions },
      ),
  })

const setMatters = (command: Partial<SetCatalogue>, revision: number) =>
  county.store.settings.catalogue.set({
    revision,
    request: request(),
    decide: (versions) =>
      setCatalogue(setCatalogueSchema.parse({ effectiveFrom: today(), reason: '结合实际', ...command }), {
        now: now(),
        actor: officer,
        versions,
      }),
  })

describe('parameters in the store', () => {
  it('G10: a new consultation takes those in force at its proposal, a running one keeps its own', async () => {
    const before = await county.propose()
    expect(before.parameters).toEqual(defaultParameters)
    const first = request()
    expect(await set({ publicationDays: 9 }, 0, { request: first })).toEqual({ kind: 'done' })
    expect(await set({ publicationDays: 12 }, 1, { from: tomorrow() })).toEqual({ kind: 'done' })
    const after = await county.propose()
    expect(after.parameters).toMatchObject({ version: today(), publicationDays: 9 })
    await county.done(before.id, 'registerTopic', { party: '书记', committee: '主任' })
    expect((await county.store.consultations.load(before.id))?.parameters).toEqual(defaultParameters)

    expect(await set({ publicationDays: 9 }, 0, { request: first })).toEqual({ kind: 'done' })
    expect(await set({}, 2, { request: { ...first, fingerprint: 'another' } })).toEqual({ kind: 'keyReused' })
    expect(await set({ publicationDays: 10 }, 1, { from: tomorrow() })).toEqual({ kind: 'changed', revision: 2 })
    expect(await county.store.settings.parameters.list()).toHaveLength(2)
    expect(await set({ publicationDays: 1 }, 2, { from: tomorrow() })).toMatchObject({
      kind: 'refused',
      refusal: { clause: 'G10', code: 'looserThanCity', field: 'publicationDays' },
    })
    expect((await county.store.settings.parametersAt(new Date(Date.now() + 86_400_000).toISOString())).version).toBe(
      tomorrow(),
    )
  })

  it('G10: of two officers who set at once one wins and the other is told', async () => {
    const outcomes = await Promise.all([
      set({ publicationDays: 20 }, 2, { from: tomorrow() }),
      set({ publicationDays: 30 }, 2, { from: tomorrow() }),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'done'])
    expect(await county.store.settings.parameters.list()).toHaveLength(3)
  })
})

describe('the history of a setting', () => {
  const rows = async () => (await county.table.queryAll('PARAMETERS', { until: '9' })).map((row) => ({ ...row }))
  const textOf = (event: unknown) => JSON.parse(unpackJson(String(event)))

  it('E4: is a chain, in which stands what was set, and neither who set it nor why', async () => {
    const kept = await rows()
    expect(kept.length).toBeGreaterThan(1)
    const lines = kept.map(({ event }) => unpackJson(String(event)))
    const head = String(kept.at(-1)?.hash)
    expect(verifyChain(Buffer.from(`${lines.join('\n')}\n`), head, nodeChainTools)).toMatchObject({
      kind: 'unbroken',
      provedTo: kept.length,
    })
    expect(lines.join()).not.toMatch(/结合实际|县民政局|county-1/)
    expect(kept.map(({ event }) => textOf(event).effectiveFrom)).toEqual(
      (await county.store.settings.parameters.list()).map(({ effectiveFrom }) => effectiveFrom),
    )
    const changed = lines.toSpliced(0, 1, String(lines[0]).replace('"publicationDays":9', '"publicationDays":7'))
    expect(verifyChain(Buffer.from(`${changed.join('\n')}\n`), head, nodeChainTools).kind).toBe('broken')
  })

  it('E4: is read still, and verifies, when the values of a version are destroyed', async () => {
    const [first] = await rows()
    if (first === undefined) throw new Error('There should be a version')
    const { values: _values, ...without } = first
    await county.table.put(without)
    const [version] = await county.store.settings.parameters.list()
    expect(version).toMatchObject({
      effectiveFrom: first.PK === 'PARAMETERS' ? today() : '',
      content: { publicationDays: 9 },
    })
    expect(JSON.stringify(version)).not.toContain('县民政局')
    await county.table.put(first)
  })

  it('E4: goes on from versions that were set before there were chains', async () => {
    const { store, table, stop } = await startCounty()
    const dated = { version: '2026-01-01', effectiveFrom: '2026-01-01', reason: '原有', at: '2026-01-01T00:00:00.000Z' }
    const by = { sub: 'county-1', name: '县民政局' }
    const before = { ...dated, by, content: { ...defaultParameters, publicationDays: 11 } }
    await table.put({ PK: 'PARAMETERS', SK: '2026-01-01#000001', dated: JSON.stringify(before) })
    await table.put({ PK: 'PARAMETERS', SK: 'REVISION', revision: 1 })
    expect((await store.settings.parametersAt(now())).publicationDays).toBe(11)
    const set = await store.settings.parameters.set({
      revision: 1,
      request: request(),
      decide: (versions) =>
        setParameters(
          { effectiveFrom: today(), reason: '结合实际', parameters: usual },
          { now: now(), actor: officer, versions },
        ),
    })
    expect(set).toEqual({ kind: 'done' })
    expect((await store.settings.parameters.list()).map(({ reason }) => reason)).toEqual(['原有', '结合实际'])
    await stop()
  })
})

describe('the catalogue in the store', () => {
  it('M6: a topic is filed under the version in force, and keeps its label when that is reworded', async () => {
    expect(
      await setMatters({ add: [{ relation: 'M5', label: { zh: '古树保护', en: '' }, assembly: true }] }, 0),
    ).toEqual({
      kind: 'done',
    })
    const filed = await county.propose(undefined, { matter: '331102-1' })
    expect(filed.topic).toMatchObject({
      catalogueVersion: today(),
      asFiled: { label: { zh: '古树保护' }, assembly: true },
    })
    expect(
      await setMatters({ change: [{ code: '331102-1', label: { zh: '古树名木', en: '' }, withdrawn: true }] }, 1),
    ).toEqual({ kind: 'done' })
    expect((await county.store.consultations.load(filed.id))?.topic.asFiled?.label.zh).toBe('古树保护')
    await expect(county.propose(undefined, { matter: '331102-1' })).rejects.toThrow('matterWithdrawn')
    expect((await county.propose()).topic.catalogueVersion).toBe(`${today()}-2`)
  })

  it('M6: a returned topic comes back under the version in force then', async () => {
    const { id, topic } = await county.propose()
    await county.done(id, 'returnTopic', { reason: '请补充' })
    const { title, description, publicInterest } = topic
    const again = { title, description, publicInterest, proposers: [{ kind: 'committee' as const, name: '村委会' }] }
    const refused = await county.run(id, 'resubmitTopic', { ...again, matter: '331102-1' })
    expect(refused).toMatchObject({ kind: 'refused', refusal: { clause: 'M6', code: 'matterWithdrawn' } })
    const state = await county.done(id, 'resubmitTopic', { ...again, matter: 'M5.1' })
    expect(state.topic.catalogueVersion).toBe(`${today()}-2`)
  })

  it('G10, M6: what is in force is one read, small however many versions there are', async () => {
    const units = meter(county.client)
    expect(await units.of(() => county.store.settings.parametersAt(now()))).toEqual({ read: 1, write: 0 })
    expect(await units.of(() => county.store.settings.catalogueAt(now()))).toEqual({ read: 2, write: 0 })
  })
})
