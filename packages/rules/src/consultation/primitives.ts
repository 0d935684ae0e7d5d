import { placeCode } from '@xieshang/kernel'
import * as z from 'zod'
import { readable } from '../text/readable.ts'

/**
 * One schema for each length: some hundred fields are declared with a few lengths, and a start of a function would make a
 * schema, which is five, for each of them.
 */
function once<S>(make: (max: number) => S): (max: number) => S {
  const made = new Map<number, S>()
  return (max) => {
    const schema = made.get(max) ?? make(max)
    made.set(max, schema)
    return schema
  }
}

/** A text a person typed, perhaps none: trimmed, without what cannot be read, at most `max` characters. */
export const prose = once((max) => z.string().overwrite(readable).trim().max(max))

/** The same, not empty. */
export const words = once((max) => prose(max).min(1))

/** The name that a program gave something: never typed, so nothing but letters, digits and a few signs. */
export const identifier = (max: number) => z.string().regex(new RegExp(`^[\\w.:-]{1,${max}}$`))

/** An instant in UTC, to the millisecond, e.g. 2026-03-01T08:30:00.000Z. */
export const instant = z.iso.datetime({ precision: 3 })

/** Days that people type lie between these: before, nothing of ours was; behind, nobody has set a day yet. */
const [firstDay, lastDay] = ['2000-01-01', '2099-12-31']
const between = [firstDay, lastDay]

/** A day that somebody typed, as the calendar of the place has it, e.g. 2026-03-01. */
export const day = z.iso.date().refine((typed) => firstDay <= typed && typed <= lastDay, { params: { between } })

/** An instant that somebody typed, in UTC or with its offset; kept in UTC to the millisecond. */
export const typedInstant = z.iso
  .datetime({ offset: true })
  .transform((typed) => new Date(typed).toISOString())
  .refine((at) => firstDay <= at.slice(0, 10) && at.slice(0, 10) <= lastDay, { params: { between } })

export const cityCode = placeCode('city')
export const countyCode = placeCode('county')
export const villageCode = placeCode('village')
/** Where a consultation is held: a village or community, or a township for several of them (P9e). */
export const venueCode = placeCode('township', 'village')
export const divisionCode = placeCode('city', 'county', 'township', 'village')

/** A reason for which an officer goes on against a clause that allows exceptions. */
export const exceptionReason = words(500)

/** A photo that was handed in; the store names it. */
export const photoId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)

/** So many people a list takes. */
export const mostSeats = 5000
/** So many events a file of an exported chain holds (E4); a longer one comes in parts, which are verified together. */
export const chainPartSize = 500
/** In how many parts a chain of so many events is exported. */
export const chainParts = (events: number): number => Math.max(1, Math.ceil(events / chainPartSize))

/** Seats of one consultation are numbered from 1. */
export const seatNumber = z.int().min(1).max(mostSeats)
export const itemNumber = z.int().min(1).max(100)
export const roundNumber = z.int().min(1).max(100)
export const sessionNumber = z.int().min(1).max(100)
