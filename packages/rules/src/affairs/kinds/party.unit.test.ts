import { describe, expect, it } from 'vitest'
import { Register } from '../../../test/register.ts'
import { entryCardOf } from '../index.ts'

describe('party affairs', () => {
  it('G2: are for everybody to read, a correction beside the first text', () => {
    const one = new Register('partyAffairs')
    const body = { title: '党费', category: 'dues', day: '2026-05-20', text: '收支如下' }
    expect(one.create({ ...body, day: '2026-05-21' })).toBe('G2 publishedInFuture')
    expect(one.create(body)).toBeUndefined()
    expect(one.act('supplement', { text: '更正为120元' })).toBeUndefined()
    const { shown } = entryCardOf(one.head)
    expect(shown).toMatchObject({ text: '收支如下', facts: [{ value: 'dues' }, { value: '更正为120元' }] })
    one.act('annul', { reason: '重复' })
    expect(entryCardOf(one.head).shown).toBeUndefined()
  })
})
