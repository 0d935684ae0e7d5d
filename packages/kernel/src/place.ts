import * as z from 'zod'

/**
 * The levels of the statistical code, from the city down, each with the digits of its codes. A code begins with that of
 * the place above it. A group is a villagers' group or a grid of a community.
 */
export const digitsOf = { city: 4, county: 6, township: 9, village: 12, group: 15 } as const

export type Level = keyof typeof digitsOf

const levels = Object.keys(digitsOf) as readonly Level[]

/** The level of a code; none for what has another number of digits. */
export const levelOf = (code: string): Level | undefined => levels.find((level) => digitsOf[level] === code.length)

/** The place of a level in which a place lies, or which it is itself; what lies above that level is left as it is. */
export const atLevel = (code: string, level: Level): string => code.slice(0, digitsOf[level])

/** The county to which a place belongs: the tenant. */
export const tenantOf = (code: string): string => atLevel(code, 'county')

/** From a level, the city if none is named, down to the place itself. */
export const pathOf = (code: string, top: Level = 'city'): string[] =>
  levels
    .map((level) => digitsOf[level])
    .filter((digits) => digits >= digitsOf[top] && digits <= code.length)
    .map((digits) => code.slice(0, digits))

/** The place one level above; empty for the city's. */
export const aboveOf = (code: string): string => pathOf(code).at(-2) ?? ''

/** Whether a place is another one or lies within it. An empty code holds nothing. */
export const within = (code: string, place: string): boolean => place !== '' && code.startsWith(place)

/** A code of one of some levels, as it is typed or sent. */
export const placeCode = (...of: readonly Level[]) =>
  z.string().regex(new RegExp(`^${alternatives(of.map((level) => `\\d{${digitsOf[level]}}`))}$`))

const alternatives = (patterns: readonly string[]) => (patterns.length === 1 ? patterns[0] : `(${patterns.join('|')})`)
