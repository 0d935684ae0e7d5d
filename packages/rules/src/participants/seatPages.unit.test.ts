import { expect, it } from 'vitest'
import { pagesOf, seatsOnPage } from './seatPages.ts'

it.each([0, 1, 199, 200, 201, 5000])('every seat of a list of %i is on one page', (listed) => {
  const pages = Array.from({ length: pagesOf(listed) }, (_, index) => seatsOnPage(index + 1, listed))
  expect(pages.flat()).toEqual(Array.from({ length: listed }, (_, index) => index + 1))
  expect(pages.every(({ length }) => length > 0 && length <= 200)).toBe(true)
  expect(seatsOnPage(pagesOf(listed) + 1, listed)).toEqual([])
})
