import { expect, it } from 'vitest'
import { createTestTable } from '../../test/table.ts'

it('a page is full while more follow, though the engine answers a megabyte at a time', async () => {
  const { table } = await createTestTable({ anything: true })
  const large = 'x'.repeat(300_000)
  const names = Array.from({ length: 8 }, (_, index) => `ITEM#${index}`)
  for (const SK of names) await table.put({ PK: 'LARGE', SK, large })
  const first = await table.page('LARGE', { limit: 6 })
  expect(first.items.map(({ SK }) => SK)).toEqual(names.slice(0, 6))
  const rest = await table.page('LARGE', { limit: 6, cursor: first.cursor ?? '' })
  expect(rest.items.map(({ SK }) => SK)).toEqual(names.slice(6))
  expect(rest.cursor).toBeUndefined()
})
