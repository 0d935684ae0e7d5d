import { createHash } from 'node:crypto'
import type { ListedSeat } from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openActs } from '../../acts/src/index.ts'
import { consultationsIn } from '../../rules/test/fixtures/read.ts'
import * as entities from '../src/county/entities/index.ts'
import { commitmentTo } from '../src/county/lists.ts'
import { officer, secondOfficer, startCounty, type TestCounty, village } from './county.ts'

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

const basis = { nature: '公共', interests: '全体', complexity: '一般', scope: '全村' }

const registered = async () => {
  const { id } = await county.propose()
  await county.done(id, 'registerTopic', { party: '书记', committee: '主任' })
  return id
}

const stateOf = async (id: string) => {
  const state = await county.store.consultations.load(id)
  if (state?.list === undefined) throw new Error('The list was fixed')
  return { ...state, list: state.list }
}

const rows = (id: string, prefix: string) => county.table.queryAll(`CASE#${id}`, { prefix })

describe('a fixed list', () => {
  it('P2a: has nobody in its event and on its pages; each seat proves what stands for it there', async () => {
    const { people } = await county.register(4)
    const id = await registered()
    await county.done(id, 'fixParticipants', { basis, seats: county.seatsOf(people) })
    const { list } = await stateOf(id)
    const [event] = (await county.store.consultations.events(id)).slice(-1)
    expect(event).toMatchObject({ type: 'ParticipantsFixed', v: 2, data: { listed: 6, nonVoting: '' } })
    const [page] = await rows(id, 'SEATS#')
    const text = String(page?.page)
    expect(list.pages).toEqual([createHash('sha256').update(text).digest('base64url')])
    for (const { name, id: person } of people) expect(JSON.stringify([event, page])).not.toMatch(`${name}|${person}`)
    const paged = JSON.parse(text) as { seat: number; commitment: string }[]
    const seats = await rows(id, 'SEAT#')
    expect(paged[0]).toMatchObject({ seat: 1, group: 'representatives', category: 'partyMember', votes: true })
    expect(paged.map(({ commitment }) => commitment)).toEqual(
      seats.map((item) => commitmentTo(JSON.parse(String(item.listed)) as ListedSeat, String(item.salt))),
    )
    expect(new Set(seats.map(({ salt }) => salt)).size).toBe(6)
    expect(await rows(id, 'ROWS#')).toEqual([])
  })

  it('of a version before there were pages is read as one', async () => {
    const walks = consultationsIn('2026-11-one-consultation.ndjson')
    const walk = walks[0] ?? []
    for (const event of walk)
      await county.table.put({
        ...entities.event.key({ consultation: 'C1', number: event.number }),
        type: event.type,
        event: JSON.stringify(event),
      })
    const fixed = (await county.store.consultations.events('C1')).find(({ type }) => type === 'ParticipantsFixed')
    expect(fixed).toMatchObject({ v: 2, data: { listed: 6, nonVoting: '', residents: 4, pages: [] } })
    expect(fixed?.data).not.toHaveProperty('seats')
    const state = await county.store.consultations.at('C1', walk.length)
    expect(state?.list).toMatchObject({ listed: 6, pages: [] })
    if (state?.list === undefined) throw new Error('It was fixed')
    await county.store.participants.makePage(county.secrets, state, 1)
    expect(await county.store.participants.pending('C1', state.list)).toBe(0)
  })
})

describe('everybody on the register', () => {
  const everybody = { basis, everybody: { except: [] } }

  it('P2a: of 450 people is fixed by one word, answered at once, and made page by page', async () => {
    await county.register(448)
    const id = await registered()
    await county.done(id, 'fixParticipants', everybody)
    const state = await stateOf(id)
    expect(state.list).toMatchObject({ listed: 450, residents: 448 })
    expect(state.list.pages).toHaveLength(3)
    expect(await rows(id, 'SEAT#')).toEqual([])
    const pending = () => county.store.participants.pending(id, state.list)
    const make = (page: number) => county.store.participants.makePage(county.secrets, state, page)
    expect(await pending()).toBe(450)
    expect(JSON.stringify(await rows(id, 'ROWS#'))).not.toMatch(/居民|138\*/)
    // Late, out of order and twice at once, as a queue may.
    await make(3)
    expect(await pending()).toBe(400)
    await Promise.all([make(1), make(1)])
    await make(2)
    await make(2)
    expect(await pending()).toBe(0)
    const seats = await county.store.seats.list(id)
    expect(seats.map(({ seat }) => seat)).toEqual(Array.from({ length: 450 }, (_, index) => index + 1))
    expect(new Set(seats.map(({ person }) => person)).size).toBe(450)
    const token = await county.store.seats.linkToken(county.secrets, id, 450)
    expect(await county.store.seats.byLink(token ?? '', state.list.at)).toEqual({ consultation: id, seat: 450 })
  })

  it('P2a: cut off in the middle of a page, what is there stays and the rest is made', async () => {
    const id = await registered()
    await county.done(id, 'fixParticipants', everybody)
    const state = await stateOf(id)
    const { seal } = county.secrets
    let left = 130
    const failing = {
      ...county.secrets,
      seal: (text: string, context: string) =>
        left-- > 0 ? seal(text, context) : Promise.reject(new Error('cut off')),
    }
    await expect(county.store.participants.makePage(failing, state, 1)).rejects.toThrow('cut off')
    const some = await rows(id, 'SEAT#')
    expect(some.length).toBe(100)
    await county.store.participants.makePage(county.secrets, state, 1)
    const all = await rows(id, 'SEAT#')
    expect(all.length).toBe(200)
    for (const item of some) expect(all).toContainEqual(item)
  })

  it('P2a: a page whose rows are gone before all its seats are made is an error that says so', async () => {
    const id = await registered()
    await county.done(id, 'fixParticipants', everybody)
    const state = await stateOf(id)
    const [first] = await rows(id, 'ROWS#')
    if (first === undefined) throw new Error('There is a page')
    await county.table.delete({ PK: first.PK, SK: first.SK })
    await expect(county.store.participants.makePage(county.secrets, state, 1)).rejects.toThrow(
      `The seats of page 1 of ${id} are not made`,
    )
    expect(await rows(id, 'SEAT#')).toEqual([])
  })

  it('P2a: of classes, without some', async () => {
    const id = await registered()
    const except = [...(await county.people.find([])).keys()]
    await county.done(id, 'fixParticipants', {
      basis,
      everybody: { classes: ['partyOrganisation', 'committee'], except },
      exception: '只涉及两委',
    })
    expect((await county.store.seats.list(id)).map(({ name }) => name).toSorted()).toEqual(['主任', '书记'])
    const one = (await county.store.seats.list(id)).find(({ name }) => name === '主任')
    const other = await registered()
    await county.done(other, 'fixParticipants', {
      basis,
      everybody: { classes: ['partyOrganisation', 'committee'], except: [one?.person ?? ''] },
      exception: '只涉及党组织',
    })
    expect((await county.store.seats.list(other)).map(({ name }) => name)).toEqual(['书记'])
  })

  it('P2a: two officers who fix lists at once leave the seats of the one that stands', async () => {
    const id = await registered()
    const run = (actor: typeof officer, command: object) =>
      county.run(id, 'fixParticipants', { ...everybody, ...command }, { ifMatch: 2, actor })
    const outcomes = await Promise.all([
      run(officer, {}),
      run(secondOfficer, { everybody: { classes: ['committee', 'localResident'], except: [] }, exception: '无党组织' }),
    ])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'done'])
    const state = await stateOf(id)
    for (let page = 1; page <= 3; page++) await county.store.participants.makePage(county.secrets, state, page)
    const classes = new Set((await county.store.seats.list(id)).map((seat) => seat.class))
    expect(classes.size).toBe(state.list.listed === 450 ? 3 : 2)
    expect((await county.store.seats.list(id)).length).toBe(state.list.listed)
    expect(await county.store.participants.pending(id, state.list)).toBe(0)
  })

  it('P2a: more than a list takes is refused with what to do, and nothing is written', async () => {
    const id = await registered()
    const many = {
      ...county.people,
      all: async function* () {
        for await (const person of county.people.all(village))
          for (let copy = 0; copy < 12; copy++) yield { ...person, id: `${person.id}${copy}` }
      },
    }
    const acts = openActs({ store: county.store, people: many, secrets: county.secrets })
    const outcome = await acts.run({
      ...{ consultation: id, actor: officer, now: new Date().toISOString(), authorise: () => undefined },
      command: { type: 'fixParticipants', body: everybody },
    })
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'tooManyMeant', params: { most: 5000 } } })
    expect(await rows(id, 'SEATS#')).toEqual([])
    expect(await rows(id, 'ROWS#')).toEqual([])
  })
})
