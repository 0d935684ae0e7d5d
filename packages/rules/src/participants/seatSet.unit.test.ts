import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inSet, noSeats, seatSet, seatsIn, sizeOf } from './seatSet.ts'

const seats = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 3000 })

describe('a set of seats', () => {
  it('gives back what it was made of, ascending and once', () => {
    fc.assert(
      fc.property(seats, (numbers) => {
        const ascending = [...numbers].sort((a, b) => a - b)
        const set = seatSet([...numbers, ...numbers])
        expect(seatsIn(set)).toEqual(ascending)
        expect(sizeOf(set)).toBe(ascending.length)
        expect(seatSet(seatsIn(set))).toBe(set)
      }),
    )
  })

  it('is readable where it is short', () => {
    expect(seatSet([3, 1, 2, 7])).toBe('1-3,7')
    expect(seatSet([])).toBe(noSeats)
    expect(seatsIn(noSeats)).toEqual([])
    expect(inSet(seatSet([1, 3]), 3)).toBe(true)
    expect(inSet(seatSet([1, 3]), 2)).toBe(false)
  })

  it('never takes more than a bit a seat beyond the first few, whoever is in it', () => {
    fc.assert(fc.property(seats, (numbers) => seatSet(numbers).length <= 836))
    const everyOther = Array.from({ length: 2500 }, (_, index) => index * 2 + 1)
    expect(seatsIn(seatSet(everyOther))).toEqual(everyOther)
  })

  it('takes nothing that is no seat', () => {
    expect(() => seatSet([0])).toThrow('0 is no seat')
    expect(() => seatSet([1.5])).toThrow('1.5 is no seat')
  })
})
