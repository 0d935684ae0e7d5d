import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Opinion, opinionsPerSeat } from '../src/index.ts'
import { meter } from './capacity.ts'
import { officer, startCounty, type TestCounty } from './county.ts'

let county: TestCounty
let id: string
let second = 0

beforeAll(async () => {
  county = await startCounty()
})

afterAll(() => county.stop())

/** A second later each time, so that what is newest is known. */
const later = () => new Date(Date.parse('2026-03-02T04:00:00.000Z') + 1000 * second++).toISOString()

const write = (kind: Opinion['kind'], text: string, key: string, seat = 1) =>
  county.store.opinions.leave(id, { kind, seat, name: '书记', text, at: later() }, key)

const textsOf = async (seat: number) => (await county.store.opinions.ofSeat(id, seat)).map(({ text }) => text)

describe('what people write', () => {
  beforeAll(async () => {
    id = await county.ready(3)
  })

  it('P11a: feedback and opinions keep their kind, and one written twice under a key is one', async () => {
    await write('opinion', '多留车位', 'key-a')
    expect(await write('feedback', '灯不亮', 'key-b')).toBe('left')
    expect(await write('feedback', '灯不亮', 'key-b')).toBe('left')
    expect((await county.store.opinions.ofSeat(id, 1)).map(({ kind, text }) => [kind, text])).toEqual([
      ['opinion', '多留车位'],
      ['feedback', '灯不亮'],
    ])
    expect((await county.store.opinions.all(id, 'feedback')).map(({ text }) => text)).toEqual(['灯不亮'])
    expect((await county.store.seats.get(id, 1))?.feedback).toBe(1)
  })

  it('P3b: under a used key another text, or another kind, is refused and changes nothing', async () => {
    expect(await write('opinion', '同意修路', 'key-c', 2)).toBe('left')
    expect(await write('opinion', '不同意修路', 'key-c', 2)).toBe('keyReused')
    expect(await write('feedback', '同意修路', 'key-c', 2)).toBe('keyReused')
    expect(await textsOf(2)).toEqual(['同意修路'])
    expect(await county.store.seats.get(id, 2)).toMatchObject({ opinions: 1, feedback: 0 })
    // The key is the seat's own: another seat's opinion under it is another opinion.
    expect(await write('opinion', '不同意修路', 'key-c', 3)).toBe('left')
    expect(await county.store.opinions.underKey(id, { kind: 'opinion', seat: 2, text: '同意修路' }, 'key-c')).toBe(
      'left',
    )
    expect(await county.store.opinions.underKey(id, { kind: 'opinion', seat: 2, text: '另一条' }, 'key-c')).toBe(
      'keyReused',
    )
    expect(await county.store.opinions.underKey(id, { kind: 'opinion', seat: 2, text: '甲' }, 'key-z')).toBeUndefined()
  })

  it('P3b: of two different texts sent at once under one key exactly one is taken', async () => {
    const outcomes = await Promise.all(['甲', '乙', '甲', '乙'].map((text) => write('opinion', text, 'key-d', 2)))
    expect(outcomes.toSorted()).toEqual(['keyReused', 'keyReused', 'left', 'left'])
    expect(await textsOf(2)).toHaveLength(2)
  })

  it('P11a: feedback is answered once like an opinion, and neither counts as one nor as its answer (P3b)', async () => {
    const [feedback] = await county.store.opinions.all(id, 'feedback')
    const state = await county.done(id, 'answerOpinion', { opinion: feedback?.id ?? '', text: '已报修' })
    expect(state).toMatchObject({ opinionsAnswered: 0, feedbackAnswered: 1 })
    expect(state.lastOpinionAnswer).toBeUndefined()
    expect(await county.run(id, 'answerOpinion', { opinion: feedback?.id ?? '', text: '又答' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'opinionAnswered' },
    })
    expect((await county.store.opinions.get(id, feedback?.id ?? ''))?.answer?.text).toBe('已报修')
    const [opinion] = await county.store.opinions.all(id, 'opinion')
    expect(await county.done(id, 'answerOpinion', { opinion: opinion?.id ?? '', text: '采纳' })).toMatchObject({
      opinionsAnswered: 1,
      feedbackAnswered: 1,
    })
  })

  it('P3b: two officers who answer one opinion at once leave one answer, and the second is told', async () => {
    await write('opinion', '两人同时答', 'key-e', 3)
    const opinion = (await county.store.opinions.ofSeat(id, 3)).at(-1)?.id ?? ''
    const outcomes = await Promise.all(
      ['一', '二'].map((text) =>
        county.run(id, 'answerOpinion', { opinion, text }, { actor: { ...officer, sub: text } }),
      ),
    )
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused'])
    expect((await county.store.opinions.get(id, opinion))?.answer).toBeDefined()
    const events = await county.store.consultations.events(id)
    const answers = events.filter(({ type, data }) => type === 'OpinionAnswered' && data.opinion === opinion)
    expect(answers).toHaveLength(1)
  })

  it('P11a: many opinions leave room for feedback, and feedback has its own limit', async () => {
    const left = (await textsOf(3)).length
    for (let count = left; count < opinionsPerSeat; count++)
      expect(await write('opinion', '意见', `opinion-${count}`, 3)).toBe('left')
    expect(await write('opinion', '意见', 'one-more', 3)).toBe('tooMany')
    // What was taken before is still answered as taken.
    expect(await write('opinion', '意见', `opinion-${opinionsPerSeat - 1}`, 3)).toBe('left')
    for (let count = 0; count < opinionsPerSeat; count++)
      expect(await write('feedback', '反馈', `feedback-${count}`, 3)).toBe('left')
    expect(await write('feedback', '反馈', 'and-more', 3)).toBe('tooMany')
  })
})

describe('a whole village that writes', () => {
  const seats = 30

  beforeAll(async () => {
    id = await county.ready(seats)
    for (let seat = 1; seat <= seats; seat++) {
      await write('opinion', `意见${seat}`, 'one', seat)
      await write('feedback', `反馈${seat}`, 'two', seat)
    }
  })

  it('P3b: is read page by page, newest first, by kind', async () => {
    const first = await county.store.opinions.list(id, 'opinion', { limit: 20 })
    expect(first.opinions.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, n) => `意见${seats - n}`))
    const rest = await county.store.opinions.list(id, 'opinion', { limit: 20, cursor: first.cursor })
    expect(rest.opinions.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, (_, n) => `意见${10 - n}`))
    expect((await county.store.opinions.list(id, 'feedback', { limit: 1 })).opinions).toMatchObject([
      { text: '反馈30' },
    ])
  })

  it('P11a: shows everybody answered feedback only, newest answer first, at a cost that does not grow with the rest', async () => {
    const all = await county.store.opinions.all(id, 'feedback')
    for (const seat of [7, 3, 9]) {
      const opinion = all.find((one) => one.seat === seat)?.id ?? ''
      await county.done(id, 'answerOpinion', { opinion, text: `答复${seat}` })
    }
    const units = meter(county.client)
    let first: Awaited<ReturnType<typeof county.store.opinions.answered>> = { opinions: [] }
    const cost = await units.of(async () => {
      first = await county.store.opinions.answered(id, { limit: 2 })
    })
    expect(first.opinions.map(({ text }) => text)).toEqual(['反馈9', '反馈3'])
    expect(cost).toEqual({ read: 2.5, write: 0 })
    const rest = await county.store.opinions.answered(id, { limit: 2, cursor: first.cursor })
    expect(rest.opinions.map(({ answer }) => answer?.text)).toEqual(['答复7'])
  })

  it('U2: a seat’s own are read without any other’s', async () => {
    const units = meter(county.client)
    const cost = await units.of(() => county.store.opinions.ofSeat(id, 12))
    expect(await textsOf(12)).toEqual(['意见12', '反馈12'])
    expect(cost).toEqual({ read: 1, write: 0 })
  })
})
