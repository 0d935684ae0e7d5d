import { rolesWith } from '@xieshang/kernel'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { cityDocument, cityOperations, countyDocument, countyOperations } from '../src/documents.ts'

/** What the document says of an operation, by path and method. */
const pathsSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.looseObject({
      security: z.array(z.record(z.string(), z.array(z.string()))),
      'x-verb': z.string().optional(),
      'x-roles': z.array(z.string()).optional(),
    }),
  ),
)

const documents = [
  ['county', () => countyDocument('331102'), countyOperations],
  ['city', cityDocument, cityOperations],
] as const

describe.each(documents)('the document of the %s', (_name, documentOf, operations) => {
  it('says of each operation whether it takes a token, for what, and whose', () => {
    const said = pathsSchema.parse(documentOf().paths)
    for (const { id, path, method, verb } of operations) {
      const told = said[path]?.[method]
      if (verb === 'open') {
        expect(told, id).toMatchObject({ security: [] })
        expect(told, id).not.toHaveProperty('x-verb')
      } else expect(told, id).toMatchObject({ security: [{ token: [] }], 'x-verb': verb, 'x-roles': rolesWith(verb) })
    }
  })
})
