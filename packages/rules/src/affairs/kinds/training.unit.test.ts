import { describe, expect, it } from 'vitest'
import { Register } from '../../../test/register.ts'
import { entryCardOf } from '../index.ts'

describe('trainings', () => {
  it('G8: a training was not held tomorrow, and may be today', () => {
    const training = { title: '主持', hours: 4, teacher: '赵', attendees: [{ name: '李' }] }
    expect(new Register('training').create({ ...training, day: '2026-05-21' })).toBe('G8 trainingInFuture')
    expect(new Register('training').create({ ...training, day: '2026-05-20' })).toBeUndefined()
  })
})

describe('trainings', () => {
  const body = { title: '主持技巧', day: '2026-05-10', hours: 4, teacher: '王老师', attendees: [{ name: '李明' }] }

  it('G8: who attended is kept by name, without phones; everybody reads only how many', () => {
    const one = new Register('training')
    expect(one.create({ ...body, attendees: [{ name: '李明13812345678' }] })).toBe('G8 entryInvalid')
    expect(one.create({ ...body, attendees: [{ name: '李明', phone: '13812345678' }] })).toBe('G8 entryInvalid')
    expect(one.create(body)).toBeUndefined()
    const card = entryCardOf(one.head)
    expect(card.digest).toMatchObject({ attended: 1, hours: 4 })
    expect(JSON.stringify(card)).not.toContain('李明')
  })
})
