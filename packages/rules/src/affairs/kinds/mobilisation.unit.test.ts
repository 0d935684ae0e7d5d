import { describe, expect, it } from 'vitest'
import { Register, village } from '../../../test/register.ts'
import { entryCardOf, entryStatusOf } from '../index.ts'

const consultations = new Map([['consultation1', { division: village, sessions: [] }]])

describe('mass organisations', () => {
  it('G5: are asked for a consultation, and what each did is recorded', () => {
    const one = new Register('mobilisation')
    const body = {
      organisations: ['union', 'womensFederation'],
      consultation: 'consultation1',
      text: '请动员',
      until: '2026-05-30',
    }
    expect(one.create(body)).toBe('G5 consultationElsewhere')
    expect(one.create(body, { consultations })).toBeUndefined()
    const report = { organisation: 'union', text: '走访', reached: 40 }
    expect(one.act('report', { ...report, organisation: 'youthLeague' })).toBe('G5 organisationNotAsked')
    expect(one.act('report', report)).toBeUndefined()
    expect(entryStatusOf(one.head)).toBe('open')
    expect(one.act('report', { ...report, organisation: 'womensFederation', reached: 2 })).toBeUndefined()
    expect(entryCardOf(one.head)).toMatchObject({ status: 'reported', digest: { reached: 42 } })
  })
})
