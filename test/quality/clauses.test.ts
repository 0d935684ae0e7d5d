import { expect, it } from 'vitest'
import { clausesIn, clauseTable, writtenTable } from './clauseTable.ts'

const { markdown, unproved } = clauseTable()

it('every clause of the policy has a test', () => {
  expect(unproved).toEqual([])
})

it('docs/clauses.md says which, and is not stale', () => {
  expect(writtenTable()).toBe(markdown)
})

it('a name may give several clauses', () => {
  expect(clausesIn('P6a–c: counts; P9d, P12')).toEqual(['P6a', 'P6b', 'P6c', 'P9d', 'P12'])
  expect(clausesIn('the four systems F1–F4, and P99x')).toEqual(['F1', 'F2', 'F3', 'F4'])
  expect(clausesIn('a name with none')).toEqual([])
})
