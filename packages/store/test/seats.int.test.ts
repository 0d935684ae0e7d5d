import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldSeats } from '../src/index.ts'
import { now, startCounty, type TestCounty } from './county.ts'

let county: TestCounty
let id: string

beforeAll(async () => {
  county = await startCounty()
  id = await county.ready(4)
})

afterAll(() => county.stop())

const seat = async (number: number) => {
  const [one, listed] = await Promise.all([county.store.seats.get(id, number), county.store.seats.list(id)])
  // One and the same, read alone or among all.
  expect(listed[number - 1]).toEqual(one)
  return one
}

describe('what residents do by their link', () => {
  it('S2: whoever read the notice is told; the first reading stays', async () => {
    await county.store.seats.opened(id, 1, '2026-03-01T08:00:00.000Z')
    await county.store.seats.opened(id, 1, '2026-03-02T08:00:00.000Z')
    expect(await seat(1)).toMatchObject({ told: { channel: 'sms', at: '2026-03-01T08:00:00.000Z' } })
    expect((await seat(2))?.told).toBeUndefined()
    const state = await county.store.consultations.load(id)
    if (state === undefined) throw new Error('It was proposed')
    const facts = toldSeats({ ...state, tellings: [] }, await county.store.seats.list(id))
    expect(facts.filter(({ told }) => told).map((fact) => fact.seat)).toEqual([1])
  })

  it('S2: of an SMS and a reading the earlier one counts', async () => {
    const { deliveries } = county.store
    const arrived = async (number: number) => {
      const sent = { consultation: id, event: 4, seat: number }
      await deliveries.prepare(id, 4, [number])
      await deliveries.handOver(sent, now())
      await deliveries.sent(sent, `m${number}`, '2026-03-01T07:59:59.000Z')
      await deliveries.received([{ message: `m${number}`, at: '2026-03-01T08:00:00.000Z', delivered: true }])
    }
    await arrived(3)
    await county.store.seats.opened(id, 3, '2026-03-01T09:00:00.000Z')
    expect((await seat(3))?.told?.at).toBe('2026-03-01T08:00:00.000Z')
    await county.store.seats.opened(id, 4, '2026-03-01T07:00:00.000Z')
    await arrived(4)
    expect((await seat(4))?.told?.at).toBe('2026-03-01T07:00:00.000Z')
  })

  it('P3b: lies in a partition of its own; nothing of it touches the seat', async () => {
    const before = await county.table.queryAll(`CASE#${id}`, { prefix: 'SEAT#' })
    await county.store.seats.opened(id, 5, now())
    await county.store.seats.reply(id, 5, 'coming', now())
    await county.store.opinions.leave(id, { kind: 'opinion', seat: 5, name: '居民2', text: '同意', at: now() }, 'key-1')
    expect(await county.table.queryAll(`CASE#${id}`, { prefix: 'SEAT#' })).toEqual(before)
    expect(await seat(5)).toMatchObject({ reply: 'coming', opinions: 1, feedback: 0 })
  })

  it('what seats of before kept on themselves still counts', async () => {
    const old = {
      told: { channel: 'door', at: '2026-03-01T08:00:00.000Z' },
      reply: 'notComing',
      opinions: 2,
      feedback: 1,
    }
    await county.table.update({ PK: `CASE#${id}`, SK: 'SEAT#0006' }, { set: old })
    expect(await seat(6)).toMatchObject(old)
    await county.store.opinions.leave(
      id,
      { kind: 'feedback', seat: 6, name: '居民3', text: '灯不亮', at: now() },
      'key-2',
    )
    await county.store.seats.reply(id, 6, 'coming', now())
    expect(await seat(6)).toMatchObject({ ...old, reply: 'coming', feedback: 2 })
  })
})
