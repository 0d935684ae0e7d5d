import { describe, expect, it } from 'vitest'
import { inCounty, inTownship, Register } from '../../../test/register.ts'
import { entryStatusOf } from '../index.ts'

describe('suggestions', () => {
  it('G1: a village suggests, each level that was asked answers once', () => {
    const one = new Register('suggestion')
    const body = { title: '经费', text: '请补助', to: ['township', 'county'] }
    expect(one.create(body, { actor: inTownship })).toBe('G1 roleMayNot')
    expect(one.create(body)).toBeUndefined()
    expect(one.act('answer', { text: '自答' })).toBe('G1 roleMayNot')
    expect(one.act('answer', { text: '支持' }, { actor: inTownship })).toBeUndefined()
    expect(one.act('answer', { text: '支持' }, { actor: inTownship })).toBe('G1 suggestionNotToYou')
    expect(entryStatusOf(one.head)).toBe('open')
    expect(one.act('answer', { text: '列入预算' }, { actor: inCounty })).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('answered')
  })
})
