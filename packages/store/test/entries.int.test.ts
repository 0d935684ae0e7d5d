import { type PlaceCode, placeCodeOf, verifyChain } from '@xieshang/kernel'
import { nodeChainTools } from '@xieshang/kernel/node'
import { type EntryKind, quarterOf } from '@xieshang/rules'
import { bookingsOf, clash, entryCardOf, ledgerOf, paymentsOf } from '@xieshang/rules/registers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEntryActs } from '../../acts/src/entries.ts'
import type { EntryOutcome } from '../../acts/src/index.ts'
import * as entities from '../src/county/entities/index.ts'
import { now, officer, startCounty, type TestCounty, village } from './county.ts'

let county: TestCounty
let counter = 0

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

const countyOfficer = { ...officer, sub: 'county-1', role: 'county' as const, division: placeCodeOf('331102') }

type Who = { readonly actor?: typeof officer | typeof countyOfficer; readonly key?: string }

const request = (actor: { sub: string }, key: string | undefined, what: unknown) => ({
  sub: actor.sub,
  key: key ?? `entry-key-${++counter}`,
  fingerprint: JSON.stringify(what),
})

const create = (kind: EntryKind, body: unknown, { actor = officer, key }: Who = {}, division = village) =>
  openEntryActs(county.store).run({
    id: `E${String(++counter).padStart(9, '0')}`,
    command: { act: 'create', kind, division, body },
    tenant: placeCodeOf('331102'),
    actor,
    now: now(),
    request: request(actor, key, [kind, body]),
  })

const act = (kind: EntryKind, id: string, name: string, body: unknown, { actor = officer, key }: Who = {}) =>
  openEntryActs(county.store).run({
    id,
    command: { act: name, kind, body },
    tenant: placeCodeOf('331102'),
    actor,
    now: now(),
    request: request(actor, key, [kind, id, name, body]),
  })

const entryOf = (outcome: EntryOutcome) => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.entry
}

const talk = (n: number) => ({
  heldAt: '2026-01-15T01:00:00.000Z',
  place: `礼堂${n}`,
  host: '书记',
  regular: 'regular',
  attended: 12,
  report: '工作',
  opinions: [{ from: '居民', text: '路灯' }],
})
const hall = { name: '议事厅', address: '一楼', seats: 40 }
const decision = { decidedOn: '2026-01-05', body: 'assembly', decision: '1号', text: '同意', limit: 10_000 }
const pay = (amount: number) => ({ day: '2026-01-06', category: 'telling', people: 1, amount, note: '入户' })

describe('an entry', () => {
  it('is its events: the head is their fold, and an act that is refused writes nothing', async () => {
    const { id } = entryOf(await create('talk', talk(1)))
    entryOf(await act('talk', id, 'answer', { opinion: 1, text: '已修' }))
    const rows = () => county.table.queryAll(`ENTRY#${id}`)
    const before = await rows()
    expect(await act('talk', id, 'answer', { opinion: 1, text: '再答' })).toMatchObject({
      kind: 'refused',
      refusal: { clause: 'F1' },
    })
    expect(await rows()).toEqual(before)
    expect(before.filter(({ SK }) => SK.startsWith('EVENT#'))).toHaveLength(2)
    expect(await county.store.entries.load(id)).toEqual(await county.store.entries.at(id, 2))
  })

  it('E4: is chained from its first event to its last, and nothing that was typed stands in the chain', async () => {
    const { id } = entryOf(await create('talk', talk(1)))
    await act('talk', id, 'annul', { reason: '登记有误' })
    const items = await county.table.queryAll(entities.entryEvent.partition({ id }), { prefix: 'EVENT#' })
    const file = items.map(({ event }) => `${event}\n`).join('')
    const entry = await county.store.entries.load(id)
    expect(verifyChain(Buffer.from(file), entry?.chainHead, nodeChainTools)).toMatchObject({
      ...{ kind: 'unbroken', first: 1, last: 2, provedTo: 2 },
    })
    expect(file).not.toMatch(/\p{Script=Han}/u)
    expect(file).toContain('2026-01-15T01:00:00.000Z')
    expect(entry?.acts).toMatchObject([{ act: 'annul', by: officer, body: { reason: '登记有误' } }])
  })

  it('E4: is given out as a file, with its values for the office and without them for everybody', async () => {
    const { id } = entryOf(await create('talk', talk(1)))
    await act('talk', id, 'annul', { reason: '登记有误' })
    const { chainHead = '' } = (await county.store.entries.load(id)) ?? {}
    for (const withValues of [true, false]) {
      const lines = await county.store.entries.chain(id, { first: 1, last: 2, withValues })
      const verdict = verifyChain(Buffer.from(`${lines.join('\n')}\n`), chainHead, nodeChainTools)
      expect(verdict).toMatchObject({ kind: 'unbroken', first: 1, last: 2, provedTo: 2 })
      expect(lines.join().includes('登记有误')).toBe(withValues)
      expect(lines.join()).not.toContain(officer.sub)
    }
    expect(await county.store.entries.chain(id, { first: 2, last: 2, withValues: false })).toHaveLength(1)
  })

  it('sent again with its key gets its first answer, and the key of something else is refused', async () => {
    const first = await create('venue', hall, { key: 'same-key-1' })
    expect(await create('venue', hall, { key: 'same-key-1' })).toEqual(first)
    expect(await create('venue', { ...hall, seats: 41 }, { key: 'same-key-1' })).toEqual({ kind: 'keyReused' })
    const { id } = entryOf(first)
    const stop = await act('venue', id, 'stop', { reason: '装修' }, { key: 'same-key-2' })
    entryOf(await act('venue', id, 'reopen', { note: '好' }))
    expect(await act('venue', id, 'stop', { reason: '装修' }, { key: 'same-key-2' })).toEqual(stop)
    expect(entryCardOf((await county.store.entries.load(id)) ?? entryOf(stop)).status).toBe('active')
  })

  it('stands in the lists of its place and of those above, newest first, page by page', async () => {
    const ids: string[] = []
    for (let n = 0; n < 5; n++)
      ids.push(entryOf(await create('suggestion', { title: `${n}`, text: '补', to: ['county'] })).id)
    const list = county.store.entries.list
    for (const place of [village, placeCodeOf('331102001'), placeCodeOf('331102')]) {
      const first = await list('suggestion', place, { limit: 3 })
      const second = await list('suggestion', place, { limit: 3, cursor: first.cursor })
      expect([...first.entries, ...second.entries].map(({ id }) => id)).toEqual(ids.toReversed())
    }
    expect((await list('suggestion', placeCodeOf('331102002'), { limit: 3 })).entries).toEqual([])
  })

  it('of an open kind is found by the places below it', async () => {
    const { id } = entryOf(await create('venue', hall, { actor: countyOfficer }, placeCodeOf('331102001')))
    const own = async (place: PlaceCode) => (await county.store.entries.own('venue', place, { limit: 9 })).entries
    expect((await own(placeCodeOf('331102001'))).map((card) => card.id)).toEqual([id])
    expect(await own(placeCodeOf('331102'))).toEqual([])
  })
})

describe('a shorter list', () => {
  const asked = { title: '请修路', text: '补', to: ['county'] }
  const ids = async (list: 'listOpen' | 'list', place: PlaceCode) =>
    (await county.store.entries[list]('suggestion', place, { limit: 50 })).entries.map(({ id }) => id)

  it('has what waits to be settled, and no longer when it is', async () => {
    const place = placeCodeOf('331102003001')
    const made: string[] = []
    for (let n = 0; n < 3; n++) {
      const actor = { ...officer, division: place }
      made.push(entryOf(await create('suggestion', { ...asked, title: `${n}` }, { actor }, place)).id)
    }
    for (const above of [place, placeCodeOf('331102003')])
      expect(await ids('listOpen', above)).toEqual(made.toReversed())
    await act('suggestion', made[1] ?? '', 'annul', { reason: '重复' }, { actor: { ...officer, division: place } })
    expect(await ids('listOpen', place)).toEqual([made[2], made[0]])
    expect(await ids('list', place)).toEqual(made.toReversed())
  })

  it('has what everybody may read, and never what was annulled: no page is read to be left out', async () => {
    const place = placeCodeOf('331102003')
    const actor = { ...countyOfficer, role: 'township' as const, division: place }
    const made: string[] = []
    for (let n = 0; n < 4; n++) made.push(entryOf(await create('venue', hall, { actor }, place)).id)
    for (const id of made.slice(1)) await act('venue', id, 'annul', { reason: '写错' }, { actor })
    expect(await county.store.entries.listPublic('venue', place, { limit: 1 })).toMatchObject({
      entries: [{ id: made[0] }],
    })
    expect((await county.store.entries.listPublic('venue', place, { limit: 1 })).cursor).toBeUndefined()
  })
})

describe('many officers at once', () => {
  it('G6: of two who book the same moment one has it, and bookings that touch are all made', async () => {
    const { id } = entryOf(await create('venue', hall))
    const from = Date.now() + 100 * 3_600_000
    const book = (a: number, b: number, officerNumber: number) =>
      act(
        'venue',
        id,
        'book',
        {
          from: new Date(from + a * 3_600_000).toISOString(),
          until: new Date(from + b * 3_600_000).toISOString(),
          purpose: `第${officerNumber}位`,
        },
        { actor: { ...officer, sub: `officer-${officerNumber}` } },
      )
    const same = await Promise.all([book(1, 3, 1), book(2, 4, 2)])
    expect(same.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused'])
    expect(same.find(({ kind }) => kind === 'refused')).toMatchObject({ refusal: { clause: 'G6', code: 'venueTaken' } })
    const touching = await Promise.all([book(10, 11, 3), book(11, 12, 4), book(12, 13, 5), book(9, 10, 6)])
    expect(touching.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done'])
    const entry = await county.store.entries.load(id)
    const bookings = entry === undefined ? [] : bookingsOf(entry)
    expect(bookings.length).toBe(5)
    for (const [index, one] of bookings.entries())
      for (const other of bookings.slice(index + 1)) expect(clash(one, other)).toBe(false)
  })

  it('G7: payments made at the same moment never exceed the decision together', async () => {
    const { id } = entryOf(await create('subsidy', decision))
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        act('subsidy', id, 'pay', pay(3000), { actor: { ...officer, sub: `payer-${n}` } }),
      ),
    )
    const entry = await county.store.entries.load(id)
    const paid = entry === undefined ? [] : paymentsOf(entry)
    expect(paid.length).toBe(outcomes.filter(({ kind }) => kind === 'done').length)
    expect(paid.length).toBe(3)
    for (const outcome of outcomes) if (outcome.kind === 'refused') expect(outcome.refusal.code).toBe('overDecision')
    const cards = await county.store.reports.cards('subsidy', placeCodeOf('331102'))
    expect(ledgerOf(cards.map(({ digest }) => digest))).toMatchObject({ paid: 9000, limit: 10_000 })
  })
})

describe('reports', () => {
  it('F2: counts the councils that were entered, and those that sat in a consultation', async () => {
    const heldAt = '2026-02-15T01:00:00.000Z'
    const council = { heldAt, place: '礼堂', host: '书记', attended: 9, topics: [{ topic: '路', conclusion: '修' }] }
    entryOf(await create('council', council))
    const { id } = entryOf(await create('council', { ...council, heldAt: '2026-04-01T01:00:00.000Z' }))
    entryOf(await act('council', id, 'annul', { reason: '重复' }))
    const consultation = await county.ready(3)
    const state = await county.done(consultation, 'openSession', {
      kind: 'council',
      place: '礼堂',
      host: '书记',
      recorder: '文书',
    })
    const year = Number(now().slice(0, 4))
    for (const place of [village, placeCodeOf('331102')])
      expect((await county.store.reports.councilsSince(place, '2026-01-01')).get(village)).toEqual([
        heldAt,
        state.sessions[0]?.at,
      ])
    expect(Number(heldAt.slice(0, 4))).toBe(2026)
    for (const [one, at] of [
      [2026, heldAt],
      [year, state.sessions[0]?.at ?? ''],
    ] as const)
      expect((await county.store.reports.councilsIn(placeCodeOf('331102'), one)).get(village)?.get(quarterOf(at))).toBe(
        1,
      )
    expect(await county.store.reports.councilsIn(placeCodeOf('331102'), 2024)).toEqual(new Map())
  })

  it('G11: a quarter is counted once from what was published in it, and stays as it was', async () => {
    await county.published()
    const quarter = quarterOf(now())
    const first = await county.store.reports.publishQuarter(placeCodeOf('331102'), quarter)
    expect(first).toMatchObject({ quarter, totals: { consultations: 1, passed: 1, participants: 22, attendances: 18 } })
    const township = first.tables.find(({ by, measure }) => by === 'township' && measure === 'participants')
    expect(township?.cells).toEqual([{ code: '331102001', value: 22 }])
    await county.ready(3)
    expect(await county.store.reports.publishQuarter(placeCodeOf('331102'), quarter)).toEqual(first)
    expect(await county.store.reports.openQuarters()).toEqual([first])
    expect(JSON.stringify(first)).not.toMatch(/居民\d|书记|停车/)
  })
})

describe('the outbox', () => {
  it('G9: an entry that the city may read is published as it stands; others are not', async () => {
    const model = { title: '停车自治', text: '做法', lesson: '经验' }
    const { id } = entryOf(await create('modelCase', model, { actor: countyOfficer }))
    const head = await county.table.get({ PK: `ENTRY#${id}`, SK: 'HEAD' })
    expect(JSON.parse(String(head?.shared))).toMatchObject({
      entry: id,
      kind: 'modelCase',
      tenant: placeCodeOf('331102'),
      version: 1,
    })
    const own = entryOf(await create('talk', talk(2)))
    expect((await county.table.get({ PK: `ENTRY#${own.id}`, SK: 'HEAD' }))?.shared).toBeUndefined()
  })
})
