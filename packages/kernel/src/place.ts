import * as z from 'zod'

/**
 * The levels of the statistical code, from the city down, each with the digits of its codes. A code begins with that of
 * the place above it. A group is a villagers' group or a grid of a community.
 */
export const digitsOf = { city: 4, county: 6, township: 9, village: 12, group: 15 } as const

export type Level = keyof typeof digitsOf

export const levels = Object.keys(digitsOf) as readonly Level[]

/** What says in JSON Schema that a text is the code of a place. */
export const placeFormat = 'place'

/** A code of one of some levels, as it is typed or sent. */
export const placeCode = (...of: readonly Level[]) =>
  z
    .string()
    .regex(new RegExp(`^${alternatives(of.map((level) => `\\d{${digitsOf[level]}}`))}$`))
    .meta({ format: placeFormat })
    .brand<'PlaceCode'>()

const alternatives = (patterns: readonly string[]) => (patterns.length === 1 ? patterns[0] : `(${patterns.join('|')})`)

/** The code of a place of some level: a text that `placeCode` read, or what place it lies in. */
export type PlaceCode = z.output<ReturnType<typeof placeCode>>

const anyCode = /* @__PURE__ */ placeCode(...levels)

/**
 * The code of a place that a text must be.
 * @throws ZodError where it is none
 */
export const placeCodeOf = (text: string): PlaceCode => anyCode.parse(text)

export const isPlaceCode = (text: string): text is PlaceCode => anyCode.safeParse(text).success

/** The place that the first digits of a code name, which must be those of a level. */
const first = (digits: number, code: PlaceCode) => code.slice(0, digits) as PlaceCode

/** The level of a code; none for what has another number of digits. */
export const levelOf = (code: string): Level | undefined => levels.find((level) => digitsOf[level] === code.length)

/** The place of a level in which a place lies, or which it is itself; what lies above that level is left as it is. */
export const atLevel = (code: PlaceCode, level: Level): PlaceCode => first(digitsOf[level], code)

/** The county to which a place belongs: the tenant. */
export const tenantOf = (code: PlaceCode): PlaceCode => atLevel(code, 'county')

/** From a level, the city if none is named, down to the place itself. */
export const pathOf = (code: PlaceCode, top: Level = 'city'): PlaceCode[] =>
  levels
    .map((level) => digitsOf[level])
    .filter((digits) => digits >= digitsOf[top] && digits <= code.length)
    .map((digits) => first(digits, code))

/** The place one level above; none for the city's. */
export const aboveOf = (code: PlaceCode): PlaceCode | undefined => pathOf(code).at(-2)

/** Whether a place is another one or lies within it. */
export const within = (code: PlaceCode, place: PlaceCode): boolean => code.startsWith(place)
