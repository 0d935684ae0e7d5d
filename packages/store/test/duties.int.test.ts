import { marshall } from '@aws-sdk/util-dynamodb'
import { atLevel, type PlaceCode, placeCodeOf } from '@xieshang/kernel'
import {
  type Actor,
  addDays,
  type Calendar,
  type ConsultationEvent,
  dayOf,
  type EntryKind,
  keptWith,
} from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEntryActs } from '../../acts/src/entries.ts'
import { keptWrites } from '../src/county/kept.ts'
import { openCountyStore } from '../src/county/store.ts'
import { readStreamImage } from '../src/index.ts'
import { callsOf, meter } from './capacity.ts'
import { now, officer, startCounty, type TestCounty, village } from './county.ts'
import { rowsOf } from './table.ts'

const calendar: Calendar = { addWorkdays: addDays }
const today = () => dayOf(now())

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

/** What the relay does when a consultation was touched. */
async function refresh(id: string): Promise<boolean> {
  const read = await county.store.summaries.refresh(id)
  if (read === undefined) throw new Error('It was proposed')
  return county.store.duties.refreshCase(read.state, read.seats, calendar)
}

const listed = async (division: PlaceCode, limit = 100) =>
  (await county.store.duties.list(division, today(), { limit })).duties

describe('the list of duties', () => {
  it('G3: a duty stands in the list of its place and of every place above, until it is done', async () => {
    const { id } = await county.propose()
    expect(await refresh(id)).toBe(true)
    for (const place of [village, atLevel(village, 'township'), atLevel(village, 'county')])
      expect(await listed(place)).toMatchObject([
        { kind: 'register', consultation: id, title: '停车位改造', due: addDays(today(), 3), state: 'soon' },
      ])
    expect(await listed(placeCodeOf('331102001002'))).toEqual([])
    expect(await refresh(id)).toBe(false)
    await county.done(id, 'registerTopic', { party: '书记', committee: '主任' })
    expect(await refresh(id)).toBe(true)
    expect(await listed(placeCodeOf('331102'))).toEqual([])
    expect(await county.store.duties.of({ kind: 'consultation', id }, today())).toMatchObject([
      { kind: 'register', state: 'done', doneOn: today() },
    ])
  })

  it('G3: P3a: the earliest due come first, page by page, and what is told leaves the list', async () => {
    const { people } = await county.register(4)
    const id = (await county.propose()).id
    await county.done(id, 'registerTopic', { party: '书记', committee: '主任' })
    await county.done(id, 'fixParticipants', {
      basis: { nature: '公共', interests: '全体', complexity: '一般', scope: '全村' },
      seats: county.seatsOf(people),
    })
    await county.done(id, 'issueNotice', {
      text: '请来商议',
      materials: [{ title: '方案', text: '方案说明' }],
      meeting: { at: new Date(Date.now() + 7_200_000).toISOString(), place: '会议室' },
      opinionsUntil: new Date(Date.now() + 3_600_000).toISOString(),
      channels: ['website'],
    })
    await refresh(id)
    const other = (await county.propose()).id
    await refresh(other)
    const first = await county.store.duties.list(placeCodeOf('331102'), today(), { limit: 1 })
    expect(first.duties).toMatchObject([{ kind: 'tell', consultation: id, count: 6 }])
    const second = await county.store.duties.list(placeCodeOf('331102'), today(), { limit: 1, cursor: first.cursor })
    expect(second.duties).toMatchObject([{ kind: 'register', consultation: other }])
    await county.done(id, 'recordTelling', {
      seats: people.map((_, index) => index + 1),
      channel: 'door',
      toldAt: now(),
      teller: '网格员',
      note: '',
    })
    await refresh(id)
    expect((await listed(placeCodeOf('331102'))).map(({ consultation }) => consultation)).toEqual([other])
    await county.done(other, 'registerTopic', { party: '书记', committee: '主任' })
    await refresh(other)
  })

  it('G3: what was worked out from an earlier version never replaces what came after', async () => {
    const { id } = await county.propose()
    const before = await county.store.summaries.refresh(id)
    await county.done(id, 'registerTopic', { party: '书记', committee: '主任' })
    await refresh(id)
    if (before === undefined) throw new Error('It was proposed')
    expect(await county.store.duties.refreshCase(before.state, before.seats, calendar)).toBe(false)
    expect(await listed(village)).toEqual([])
  })

  it('G3: two at once leave the same list', async () => {
    const { id } = await county.propose()
    await Promise.all([refresh(id), refresh(id), refresh(id)])
    expect(await listed(village)).toHaveLength(1)
    await county.done(id, 'registerTopic', { party: '书记', committee: '主任' })
    await Promise.all([refresh(id), refresh(id)])
    expect(await listed(village)).toEqual([])
  })

  it('F2: a village owes its council from the day on which the county began', async () => {
    await county.store.dailyPass.of('2026-05-20')
    expect(await county.store.duties.refreshPlace(village, '2026-05-20T04:00:00.000Z')).toBe(true)
    expect(await listed(village)).toMatchObject([{ kind: 'council', about: '2026Q2', due: '2026-06-30' }])
    expect(await county.store.duties.refreshPlace(village, '2026-05-20T04:00:00.000Z')).toBe(false)
  })

  it('G3: costs exactly this many capacity units, however many duties there are elsewhere', async () => {
    const { id } = await county.propose()
    const read = await county.store.summaries.refresh(id)
    if (read === undefined) throw new Error('It was proposed')
    const units = meter(county.client)
    const costs = {
      'a new duty': await units.of(() => county.store.duties.refreshCase(read.state, read.seats, calendar)),
      'nothing new': await units.of(() => county.store.duties.refreshCase(read.state, read.seats, calendar)),
      'a page of a county': await units.of(() =>
        county.store.duties.list(placeCodeOf('331102'), today(), { limit: 20 }),
      ),
      'the duties of one': await units.of(() => county.store.duties.of({ kind: 'consultation', id }, today())),
      'a village': await units.of(() =>
        county.store.duties.refreshPlace(placeCodeOf('331102001002'), '2026-05-20T04:00:00.000Z'),
      ),
    }
    expect(costs).toMatchInlineSnapshot(`
      {
        "a new duty": {
          "read": 1,
          "write": 8,
        },
        "a page of a county": {
          "read": 0.5,
          "write": 0,
        },
        "a village": {
          "read": 1,
          "write": 8,
        },
        "nothing new": {
          "read": 1,
          "write": 0,
        },
        "the duties of one": {
          "read": 1,
          "write": 0,
        },
      }
    `)
  })
})

describe('what villages owe', () => {
  it('F2: a township with its villages is worked out with as many calls as one village, and what stands is not written', async () => {
    const [township, at] = [placeCodeOf('331102003'), '2026-05-20T04:00:00.000Z']
    const villages = Array.from({ length: 50 }, (_, index) =>
      placeCodeOf(`${township}${String(index + 1).padStart(3, '0')}`),
    )
    const one = placeCodeOf(`${township}999`)
    const alone = await callsOf(county.client, () => county.store.duties.refreshPlace(one, at))
    const refresh = () => county.store.duties.refreshPlaces(township, villages, at)
    expect(await callsOf(county.client, refresh)).toEqual({ ...alone, TransactWriteItemsCommand: 2 })
    const { TransactWriteItemsCommand: _none, ...reads } = alone
    expect(await callsOf(county.client, refresh)).toEqual(reads)
    expect((await listed(township)).map(({ kind, division }) => `${kind} ${division}`)).toEqual(
      [...villages, one].map((village) => `council ${village}`),
    )
  })

  /** A council of a consultation, as its commit writes it down and the outbox follows it. */
  async function sit(division: PlaceCode, villages: readonly PlaceCode[] | undefined, at: string): Promise<void> {
    const state = { ...(await county.propose()), division, ...(villages !== undefined && { villages }) }
    const opened = {
      consultation: state.id,
      type: 'SessionOpened',
      number: 2,
      at,
      data: { kind: 'council', session: 1 },
    } as ConsultationEvent
    await county.table.transact(keptWith(opened, state).flatMap((kept) => keptWrites(kept, opened)))
    for (const village of villages ?? [division]) await county.store.duties.refreshPlace(village, at)
  }
  const councilOf = async (village: PlaceCode, day: string) =>
    (await county.store.duties.of({ kind: 'place', id: village }, day)).map(({ doneOn }) => doneOn)

  it('F2: P9e: a council of several villages is held in each of them, on the day and on those that follow', async () => {
    const township = placeCodeOf('331102005')
    const third = placeCodeOf(`${township}003`)
    const villages = ['001', '002'].map((number) => placeCodeOf(`${township}${number}`))
    await sit(township, villages, '2026-05-20T04:00:00.000Z')
    for (const refreshed of [0, 1]) {
      for (const village of villages)
        expect(await councilOf(village, '2026-05-20'), `${refreshed}`).toEqual(['2026-05-20'])
      await county.store.duties.refreshPlaces(township, [...villages, third], '2026-05-21T04:00:00.000Z')
    }
    expect(await councilOf(third, '2026-05-21')).toEqual([undefined])
    const held = await county.store.reports.councilsSince(placeCodeOf('331102'), '2026-05-20')
    expect(villages.map((village) => held.get(village))).toEqual(villages.map(() => ['2026-05-20T04:00:00.000Z']))
    expect(held.get(township)).toBeUndefined()
  })

  it('F2: a council that sits before any of the calls with which its township is worked out stands', async () => {
    const township = placeCodeOf('331102004')
    const at = '2026-05-20T04:00:00.000Z'
    for (let number = 1, calls = number; number <= calls; number++) {
      const village = placeCodeOf(`${township}${String(number).padStart(3, '0')}`)
      await county.store.duties.refreshPlace(village, at)
      calls = 0
      const before =
        <A extends unknown[], R>(call: (...args: A) => R) =>
        async (...args: A): Promise<Awaited<R>> => {
          if (++calls === number) await sit(village, undefined, at)
          return await call(...args)
        }
      const { get, getMany, query, transact } = county.table
      const table = { ...county.table, get: before(get), getMany: before(getMany), query: before(query) }
      await openCountyStore({ ...table, transact: before(transact) }).duties.refreshPlaces(
        township,
        [village],
        '2026-05-21T04:00:00.000Z',
      )
      expect(calls).toBeGreaterThan(4)
      if (number <= calls) expect(await councilOf(village, '2026-05-21'), `call ${number}`).toEqual(['2026-05-20'])
    }
  })
})

describe('the registers and the duties of a place', () => {
  const other = placeCodeOf('331102001003')
  const clerk = { ...officer, division: other }
  const countyOfficer = { ...officer, sub: 'county-1', role: 'county' as const, division: placeCodeOf('331102') }
  const enter = async (kind: EntryKind, body: unknown, actor: Actor = clerk) => {
    const id = `E${kind}`.padEnd(12, '0')
    const outcome = await openEntryActs(county.store).run({
      id,
      command: { act: 'create', kind, division: other, body },
      tenant: placeCodeOf('331102'),
      actor: actor as typeof clerk,
      now: now(),
      request: { sub: actor.sub, key: `enter-${kind}`, fingerprint: kind },
    })
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return id
  }

  it('F2, G3: a council that was entered is held; a note is owed until it is answered', async () => {
    await county.store.duties.refreshPlace(other, now())
    const owed = async () => (await listed(other)).filter(({ due }) => due >= today())
    expect((await owed()).map(({ kind }) => kind)).toContain('council')
    const session = { heldAt: now(), place: '礼堂', host: '书记', attended: 9 }
    await enter('council', { ...session, topics: [{ topic: '路灯', conclusion: '同意' }] })
    const note = { title: '请说明', issuers: ['civilAffairs'], text: '进展慢', answerBy: today() }
    const id = await enter('supervisionNote', note, countyOfficer)
    await county.store.duties.refreshPlace(other, now())
    const open = await owed()
    expect(open.map(({ kind }) => kind)).not.toContain('council')
    expect(open).toContainEqual(expect.objectContaining({ kind: 'note', about: '请说明', state: 'soon', due: today() }))
    const outcome = await openEntryActs(county.store).run({
      id,
      command: { act: 'answer', kind: 'supervisionNote', body: { text: '已办' } },
      tenant: placeCodeOf('331102'),
      actor: clerk,
      now: now(),
      request: { sub: clerk.sub, key: 'answer', fingerprint: 'answer' },
    })
    expect(outcome.kind).toBe('done')
    await county.store.duties.refreshPlace(other, now())
    expect((await listed(other)).map(({ kind }) => kind)).not.toContain('note')
    expect(await county.store.duties.of({ kind: 'place', id: other }, today())).toContainEqual(
      expect.objectContaining({ kind: 'note', state: 'done' }),
    )
  })

  it('G3: the outbox hears of such an entry once, however many lists it stands in', async () => {
    const rows = await rowsOf(county.client, county.tableName)
    const touched = rows
      .filter(({ PK }) => PK.startsWith('ENTRIES#'))
      .map((row) => readStreamImage('INSERT', marshall(row)))
      .filter(({ kind }) => kind === 'placeTouched')
    expect(touched).toEqual([
      { kind: 'placeTouched', division: other },
      { kind: 'placeTouched', division: other },
    ])
  })
})

describe('the daily pass', () => {
  it('G3: goes on where it was cut off, and begins anew on the next day', async () => {
    const { dailyPass } = county.store
    expect(await dailyPass.of('2026-06-01')).toEqual({ day: '2026-06-01', stage: 'consultations' })
    await dailyPass.save({ day: '2026-06-01', stage: 'places', from: '50' })
    expect(await dailyPass.of('2026-06-01')).toEqual({ day: '2026-06-01', stage: 'places', from: '50' })
    expect(await dailyPass.of('2026-06-02')).toEqual({ day: '2026-06-02', stage: 'consultations' })
  })
})
