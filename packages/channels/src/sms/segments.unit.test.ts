import { expect, it } from 'vitest'
import { cut, smsSegments } from './segments.ts'

it.each([
  [0, 1],
  [70, 1],
  [71, 2],
  [134, 2],
  [135, 3],
  [160, 3],
  [500, 8],
])('%i characters are %i segments', (characters, segments) => {
  expect(smsSegments('字'.repeat(characters))).toBe(segments)
})

it('an emoji takes two characters', () => {
  expect(smsSegments('🙂'.repeat(35))).toBe(1)
  expect(smsSegments('🙂'.repeat(36))).toBe(2)
})

it.each([
  ['公共厕所', 4, '公共厕所'],
  ['公共厕所', 3, '公共…'],
  ['公共 厕所', 4, '公共…'],
  ['👨‍👩‍👧‍👦和', 11, '…'],
  ['好👨‍👩‍👧‍👦和', 12, '好…'],
])('%s cut to %i is %s', (text, most, shown) => {
  expect(cut(text, most)).toBe(shown)
})
