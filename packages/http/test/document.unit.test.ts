import { rolesWith } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import { cityDocument, cityOperations, countyDocument, countyOperations } from '../src/documents.ts'

type Described = {
  readonly security: readonly object[]
  readonly 'x-verb'?: string
  readonly 'x-roles'?: readonly string[]
}
type Paths = Readonly<Record<string, Readonly<Record<string, Described>>>>

const documents = [
  ['county', countyDocument('331102'), countyOperations],
  ['city', cityDocument(), cityOperations],
] as const

describe.each(documents)('the document of the %s', (_name, { paths }, operations) => {
  it('says of each operation whether it takes a token, for what, and whose', () => {
    for (const { id, path, method, verb } of operations) {
      const told = (paths as unknown as Paths)[path]?.[method]
      if (verb === 'open') {
        expect(told, id).toMatchObject({ security: [] })
        expect(told, id).not.toHaveProperty('x-verb')
      } else expect(told, id).toMatchObject({ security: [{ token: [] }], 'x-verb': verb, 'x-roles': rolesWith(verb) })
    }
  })
})
