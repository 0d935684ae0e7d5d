import {
  type Field,
  type Fields,
  type Ground,
  keysOf,
  newPersonFields,
  officialAccountFields,
  setCatalogueFields,
  setParametersFields,
  text,
} from '@xieshang/rules'
import { commands } from '@xieshang/rules/deciding'
import { entryKinds } from '@xieshang/rules/registers'
import { describe, expect, it } from 'vitest'
import { type Draft, draftOf } from '../values.ts'
import { fittingOf } from './fitting.ts'
import { lastingOf } from './lasting.ts'

const ground: Ground = { now: '2026-05-01T01:00:00.000Z', name: '经办人', language: 'zh', known: {} }
const rowed: Fields = setCatalogueFields

type Case = { readonly what: string; readonly typed: Draft; readonly left: Draft }

describe('a draft of a form whose fields changed', () => {
  it.each<Case>([
    { what: 'a field that is no more', typed: { name: '李阿婆', nickname: '阿婆' }, left: { name: '李阿婆' } },
    { what: 'an option that is no more', typed: { name: '李阿婆', category: 'gone' }, left: { name: '李阿婆' } },
    { what: 'words where a list was', typed: { name: ['李', '阿婆'], phone: '139' }, left: { phone: '139' } },
    { what: 'nothing where all fits', typed: { name: '李阿婆', category: '' }, left: { name: '李阿婆', category: '' } },
  ])('loses $what, and nothing else', ({ typed, left }) => {
    expect(fittingOf(newPersonFields, typed, ground)).toEqual(left)
  })

  it('loses it in a group and in every row as well', () => {
    const days = { publicationDays: '9', periods: { publish: '4', gone: '1' }, gone: { a: '1' } }
    expect(fittingOf(setParametersFields, { parameters: days }, ground)).toEqual({
      parameters: { publicationDays: '9', periods: { publish: '4' } },
    })
    const rows: Draft[] = [{ relation: 'M2', label: { zh: '古树', gone: '1' }, gone: '1' }, { relation: 'M9' }]
    expect(fittingOf(rowed, { add: rows }, ground)).toEqual({ add: [{ relation: 'M2', label: { zh: '古树' } }, {}] })
    expect(fittingOf(rowed, { add: '一句话' }, ground)).toEqual({})
  })

  it('loses a choice of what the consultation no longer holds', () => {
    const item: Field = {
      ...{ input: 'pick', optional: false, label: text('条目', 'Item'), schema: newPersonFields.name.schema },
      from: () => [{ value: 1, label: text('一', 'One') }],
    }
    expect(fittingOf({ item }, { item: '1' }, ground)).toEqual({ item: '1' })
    expect(fittingOf({ item }, { item: '2' }, ground)).toEqual({})
  })

  it.each([
    ...keysOf(commands).map((type) => ({ form: type, fields: commands[type].fields as Fields })),
    ...keysOf(entryKinds).map((kind) => ({ form: kind, fields: entryKinds[kind].fields as Fields })),
  ])('of $form: what the form itself begins with fits it', ({ fields }) => {
    const begun = draftOf(fields, ground)
    expect(fittingOf(fields, begun, ground)).toEqual(begun)
  })
})

it('what is secret, and what is a file, is no part of what outlives the page, wherever it stands', () => {
  const typed: Draft = { name: '莲都协商', secret: '0123456789abcdef' }
  expect(lastingOf(officialAccountFields, typed)).toEqual({ name: '莲都协商' })
  const { name } = officialAccountFields
  const around: Fields = {
    all: { ...name, input: 'group', of: officialAccountFields },
    many: { ...name, input: 'rows', min: 0, max: 9, of: officialAccountFields },
  }
  expect(lastingOf(around, { all: typed, many: [typed, typed] })).toEqual({
    all: { name: '莲都协商' },
    many: [{ name: '莲都协商' }, { name: '莲都协商' }],
  })
})
