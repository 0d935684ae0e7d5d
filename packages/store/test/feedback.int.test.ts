import { addDays, dayOf } from '@xieshang/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { now, startCounty, type TestCounty } from './county.ts'

let county: TestCounty

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

it('P11a: feedback is owed an answer from the moment somebody left it, and late stays late', async () => {
  const id = await county.ready(4)
  const left = { kind: 'feedback', seat: 1, name: '居民0', text: '灯不亮', at: '2026-03-02T04:00:00.000Z' } as const
  const owed = async () => {
    await county.store.seatCounts.touched(id, [1])
    const read = await county.store.summaries.refresh(id)
    if (read === undefined) throw new Error('It was proposed')
    await county.store.duties.refreshCase(read.state, read.seats, { addWorkdays: addDays })
    const all = await county.store.duties.of({ kind: 'consultation', id }, '2026-03-04')
    return all.filter(({ kind }) => kind === 'feedback')
  }
  expect(await owed()).toEqual([])
  expect(await county.store.opinions.leave(id, left, 'key-1')).toBe('left')
  expect(await owed()).toMatchObject([{ due: '2026-03-07', state: 'soon' }])
  const [one] = await county.store.opinions.all(id, 'feedback')
  await county.done(id, 'answerOpinion', { opinion: one?.id ?? '', text: '已报修' })
  expect(await owed()).toMatchObject([{ due: '2026-03-07', doneOn: dayOf(now()), state: 'doneLate' }])
})
