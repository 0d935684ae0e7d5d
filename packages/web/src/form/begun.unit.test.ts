import { type Fields, type Ground, setParametersFields } from '@xieshang/rules'
import { describe, expect, it } from 'vitest'
import { typedOf, typedOver } from './begun.ts'
import { type Draft, draftOf, groupOf } from './values.ts'

const ground: Ground = { now: '2026-05-01T01:00:00.000Z', name: '', language: 'zh', known: {} }
const fields: Fields = setParametersFields

/** What a form holds whose officer puts other words into one field of a group. */
const withDays = (begun: Draft, days: string): Draft => ({ ...groupOf(begun.parameters), publicationDays: days })

describe('what is typed over what a form begins with', () => {
  const begun = draftOf(fields, ground, { parameters: { publicationDays: 7, linkDays: 90 } })

  it('is of a group the one field that was changed, and nothing once it is as it began', () => {
    expect(typedOf(fields.parameters, begun.parameters, withDays(begun, '9'))).toEqual({ publicationDays: '9' })
    expect(typedOf(fields.parameters, begun.parameters, withDays(begun, '7'))).toBeUndefined()
    expect(typedOf(fields.reason, begun.reason, '结合实际')).toBe('结合实际')
    expect(typedOf(fields.reason, begun.reason, '')).toBeUndefined()
  })

  it('stays when a colleague changes what lies beside it, which is seen', () => {
    const typed = { parameters: { publicationDays: '9' } }
    const meanwhile = draftOf(fields, ground, { parameters: { publicationDays: 8, linkDays: 60 } })
    const shown = groupOf(typedOver(fields, meanwhile, typed).parameters)
    expect([shown.publicationDays, shown.linkDays]).toEqual(['9', '60'])
  })
})
