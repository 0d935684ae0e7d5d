import { marshall } from '@aws-sdk/util-dynamodb'
import { type Consultation, dayOf, seatsIn } from '@xieshang/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CursorError, doorToDoor, readStreamImage, toldSeats } from '../src/index.ts'
import { meter } from './capacity.ts'
import { inHours, now, startCounty, type TestCounty } from './county.ts'

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

const { of, touched } = {
  of: (state: Consultation) => county.store.seatCounts.of(state),
  touched: (id: string, ...seats: number[]) => county.store.seatCounts.touched(id, seats),
}

const stateOf = async (id: string) => {
  const state = await county.store.consultations.load(id)
  if (state === undefined) throw new Error('It was proposed')
  return state
}

/** A list of 210 whose notice went out by SMS; nobody is told yet, and every tenth has no phone. */
async function notified(): Promise<string> {
  const { people } = await county.register(208, 190)
  const { id } = await county.propose()
  await county.done(id, 'registerTopic', { party: '书记', committee: '主任' })
  const basis = { nature: '公共', interests: '全体', complexity: '一般', scope: '全村' }
  await county.makeSeats(await county.done(id, 'fixParticipants', { basis, seats: county.seatsOf(people) }))
  await county.done(id, 'issueNotice', {
    text: '请来商议',
    materials: [{ title: '方案', text: '方案说明' }],
    meeting: { at: inHours(2), place: '会议室' },
    opinionsUntil: inHours(1),
    channels: ['sms', 'website'],
  })
  return id
}

describe('what seats say', () => {
  it('S2: is counted by page, and together is what every seat read alone says', async () => {
    const id = await notified()
    const opened = '2026-03-01T08:00:00.000Z'
    for (const seat of [3, 200, 201]) await county.store.seats.opened(id, seat, opened)
    await county.store.seats.reply(id, 3, 'coming', now())
    await county.store.opinions.leave(id, { kind: 'opinion', seat: 201, name: '甲', text: '同意', at: now() }, 'key-1')
    const delivery = { consultation: id, event: 4, seat: 5 }
    await county.store.deliveries.prepare(id, 4, [5])
    await county.store.deliveries.failed(delivery, 'notDelivered', now())
    // Of a hand-over that was cut off nobody knows; of one that was accepted two days ago, without a receipt, neither.
    for (const seat of [6, 7]) {
      const cutOff = { ...delivery, seat }
      await county.store.deliveries.prepare(id, 4, [seat])
      await county.store.deliveries.handOver(cutOff, now())
      if (seat === 6) await county.store.deliveries.uncertain(cutOff, now())
      else await county.store.deliveries.sent(cutOff, 'm7', inHours(-48))
    }
    await touched(id, 3, 5, 6, 7, 200, 201)
    await county.done(id, 'recordTelling', {
      seats: [1, 2, 3],
      ...{ channel: 'door', toldAt: '2026-03-01T07:00:00.000Z', teller: '网格员', note: '' },
    })
    const state = await stateOf(id)
    const counts = await of(state)
    expect(counts).toMatchObject({ told: '1-3,200-201', untold: 205, lastTold: opened, replies: 1, opinions: 1 })
    expect(counts).toMatchObject({ noPhone: '193-210', smsFailed: '5-7' })
    const alone = toldSeats(state, await county.store.seats.list(id))
    expect(seatsIn(counts.told)).toEqual(alone.flatMap(({ seat, told }) => (told ? [seat] : [])))
    // P3a: seat 200 has no phone but was told by its own reading.
    expect(seatsIn(doorToDoor(state, counts))).toEqual([5, 6, 7, 193, 194, 195, 196, 197, 198, 199, ...range(202, 210)])
  })

  it('one touched seat makes one page be read, of 20 and of 5,000 alike', async () => {
    const id = await notified()
    await of(await stateOf(id))
    const seen: string[] = []
    const spy = (next: (args: never) => Promise<unknown>) => async (args: never) => {
      const { input } = args as { input: { ExpressionAttributeValues?: Record<string, { S?: string }> } }
      const pk = input.ExpressionAttributeValues?.[':pk']?.S
      if (pk !== undefined) seen.push(`${pk.replace(id, '')} ${input.ExpressionAttributeValues?.[':sk']?.S}`)
      return next(args)
    }
    county.client.middlewareStack.add(spy as never, { step: 'initialize', name: 'spy', override: true })
    await county.store.seats.opened(id, 207, now())
    await touched(id, 207)
    await county.store.summaries.refresh(id)
    county.client.middlewareStack.remove('spy')
    expect(seen.toSorted()).toEqual(['CASE# COUNTS#', 'CASE# SEAT#0201', 'FACTS# SEAT#0201'])
  })

  it('P11a: feedback is counted by the day it was left; an answer touches its seat alone', async () => {
    const id = await notified()
    const leave = (seat: number, key: string, at: string) =>
      county.store.opinions.leave(id, { kind: 'feedback', seat, name: '甲', text: '灯不亮', at }, key)
    await leave(7, 'key-1', '2026-03-02T04:00:00.000Z')
    await leave(7, 'key-2', '2026-03-02T05:00:00.000Z')
    await leave(207, 'key-3', '2026-03-03T04:00:00.000Z')
    await touched(id, 7, 207)
    const feedback = async () => Object.fromEntries((await of(await stateOf(id))).feedback)
    expect(await feedback()).toEqual({
      '2026-03-02': { left: 2, answered: 0 },
      '2026-03-03': { left: 1, answered: 0 },
    })
    const [one] = await county.store.opinions.ofSeat(id, 7)
    await county.done(id, 'answerOpinion', { opinion: one?.id ?? '', text: '已报修' })
    const item = await county.table.get({ PK: `FACTS#${id}`, SK: `OPINION#${one?.id}` })
    const change = readStreamImage('MODIFY', marshall(item ?? {}))
    expect(change).toEqual({ kind: 'touched', consultation: id, seat: 7 })
    await touched(id, 7)
    expect((await feedback())['2026-03-02']).toEqual({ left: 2, answered: 1, last: dayOf(now()) })
  })

  it('two that count a page at once leave what is so', async () => {
    const id = await notified()
    for (let seat = 1; seat <= 8; seat++) {
      await county.store.seats.opened(id, seat, now())
      await Promise.all([touched(id, seat), touched(id, seat), touched(id, seat)])
    }
    expect((await of(await stateOf(id))).told).toBe('1-8')
  })

  it('a page that was never counted is counted when it is asked for, and all are once a day', async () => {
    const id = await notified()
    const before = await of(await stateOf(id))
    expect(before.untold).toBe(210)
    await county.store.seats.opened(id, 9, now())
    expect((await of(await stateOf(id))).told).toBe('')
    await county.store.seatCounts.anew(id, 210)
    expect((await of(await stateOf(id))).told).toBe('9')
  })
})

describe('a page of seats', () => {
  it('S2: is of the list or of a set, in order, each seat on one page, and nothing else is read', async () => {
    const id = await notified()
    const state = await stateOf(id)
    await county.store.seats.opened(id, 150, '2026-03-01T08:00:00.000Z')
    const read = async (limit: number, of?: string) => {
      const pages: number[][] = []
      let cursor: string | undefined
      do {
        const page = await county.store.seats.page(state, { limit, cursor, of })
        pages.push(page.seats.map(({ seat }) => seat))
        cursor = page.cursor
      } while (cursor !== undefined)
      return pages
    }
    expect(await read(100)).toEqual([range(1, 100), range(101, 200), range(201, 210)])
    expect(await read(105)).toEqual([range(1, 105), range(106, 210)])
    expect(await read(3, '2,5-7,209-300')).toEqual([
      [2, 5, 6],
      [7, 209, 210],
    ])
    expect(await read(10, '')).toEqual([[]])
    const twice = await county.store.seats.page(state, { limit: 10, of: '3,1-2,2,3' })
    expect(twice.seats.map(({ seat }) => seat)).toEqual([1, 2, 3])
    expect((await county.store.seats.page(state, { limit: 1, of: '150' })).seats).toEqual([
      await county.store.seats.get(id, 150),
    ])
    await expect(county.store.seats.page(state, { limit: 1, cursor: 'x' })).rejects.toThrow(CursorError)
    const units = meter(county.client)
    const cost = await units.of(() => county.store.seats.page(state, { limit: 200 }))
    expect(cost.read).toBeLessThan(40)
  })
})

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
