import { expect, it } from 'vitest'
import { entityTable, writtenEntityTable } from './entityTable.ts'

it('docs/table.md says what the declarations of the entities say, and is not stale', () => {
  expect(writtenEntityTable()).toBe(entityTable())
})
