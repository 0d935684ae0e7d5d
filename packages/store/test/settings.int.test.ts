import { placeCodeOf } from '@xieshang/kernel'
import {
  type Actor,
  defaultParameters,
  type SetCatalogue,
  setCatalogue,
  setCatalogueSchema,
  setParameters,
} from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

  it('G10, M6: what is in force is one small read, however many versions there are', async () => {
    const units = meter(county.client)
    expect(await units.of(() => county.store.settings.parametersAt(now()))).toEqual({ read: 1, write: 0 })
    expect(await units.of(() => county.store.settings.catalogueAt(now()))).toEqual({ read: 1, write: 0 })
  })
})
