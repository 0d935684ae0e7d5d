import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { opinionsPerSeat } from '../src/index.ts'
import { now, startCounty, type TestCounty } from './county.ts'

let county: TestCounty
let id: string

beforeAll(async () => {
  county = await startCounty()
  id = await county.ready(3)
})

afterAll(() => county.stop())

const write = (kind: 'opinion' | 'feedback', text: string, key: string, seat = 1) =>
  county.store.opinions.leave(id, { kind, seat, name: '书记', text, at: now() }, key)

describe('what people write', () => {
  it('P11a: feedback and opinions keep their kind, and one written twice under a key is one', async () => {
    await write('opinion', '多留车位', 'key-a')
    await write('feedback', '灯不亮', 'key-b')
    await write('feedback', '灯不亮', 'key-b')
    const all = await county.store.opinions.list(id)
    expect(all.map(({ kind, text }) => [kind, text])).toEqual([
      ['opinion', '多留车位'],
      ['feedback', '灯不亮'],
    ])
  })

  it('P3b: an opinion of before there was feedback is still read as one', async () => {
    await county.table.put({
      PK: `CASE#${id}`,
      SK: 'OPINION#old',
      seat: 2,
      name: '主任',
      text: '早先的意见',
      at: '2026',
    })
    const old = (await county.store.opinions.list(id)).find((one) => one.id === 'old')
    expect(old).toEqual({ id: 'old', kind: 'opinion', seat: 2, name: '主任', text: '早先的意见', at: '2026' })
  })

  it('P11a: feedback is answered once like an opinion, and neither counts as one nor as its answer (P3b)', async () => {
    const feedback = (await county.store.opinions.list(id)).find(({ kind }) => kind === 'feedback')
    const state = await county.done(id, 'answerOpinion', { opinion: feedback?.id ?? '', text: '已报修' })
    expect(state).toMatchObject({ opinionsAnswered: [], feedbackAnswered: [feedback?.id] })
    expect(state.lastOpinionAnswer).toBeUndefined()
    expect(await county.run(id, 'answerOpinion', { opinion: feedback?.id ?? '', text: '又答' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'opinionAnswered' },
    })
    const after = (await county.store.opinions.list(id)).find(({ kind }) => kind === 'feedback')
    expect(after?.answer?.text).toBe('已报修')
    expect((await county.store.seats.get(id, 1))?.opinions).toBe(1)
  })

  it('P11a: many opinions leave room for feedback, and feedback has its own limit', async () => {
    for (let count = 0; count < opinionsPerSeat; count++)
      expect(await write('opinion', '意见', `opinion-${count}`, 3)).toBe('left')
    expect(await write('opinion', '意见', 'one-more', 3)).toBe('tooMany')
    for (let count = 0; count < opinionsPerSeat; count++)
      expect(await write('feedback', '反馈', `feedback-${count}`, 3)).toBe('left')
    expect(await write('feedback', '反馈', 'and-more', 3)).toBe('tooMany')
  })
})
