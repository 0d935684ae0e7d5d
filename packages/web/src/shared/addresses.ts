import { isPlaceCode, type PlaceCode } from '@xieshang/kernel'
import type { DefaultParams, StringRouteParams } from 'wouter'

/** What a pattern asks for, by name. */
type ParamsOf<Pattern extends string> = {
  [Name in keyof StringRouteParams<Pattern> as Name extends string ? Name : never]:
    | (Name extends PlaceName ? PlaceCode : string)
    | Extract<StringRouteParams<Pattern>[Name], undefined>
}

/** What stands beside the path. */
type Beside<Query extends string> = {
  readonly query?: Readonly<Record<Query, string>>
  /** The part of the page, by its id. */
  readonly part?: string | undefined
}

type Given<Pattern extends string, Query extends string> =
  Record<never, never> extends ParamsOf<Pattern>
    ? [params?: ParamsOf<Pattern>, beside?: Beside<Query>]
    : [params: ParamsOf<Pattern>, beside?: Beside<Query>]

type Values = Readonly<Record<string, string | undefined>>

type PlaceName = 'county' | 'division' | 'village'

const placeNames: readonly string[] = ['county', 'division', 'village'] satisfies PlaceName[]

/** Whether a part of an address can be what its name says: a place has a code. */
const canBe = (name: string, value: string): boolean => !placeNames.includes(name) || isPlaceCode(value)

const isFilled = (part: string) => part !== ''

/**
 * An address: makes it from what its pattern asks for, and reads that from what the router found at the pattern.
 * @param _query names of what may stand in the query
 */
function to<const Pattern extends string, const Query extends string = never>(
  pattern: Pattern,
  ..._query: readonly Query[]
) {
  const parts = pattern.split('/').filter(isFilled)
  const nameOf = (part: string) => part.replaceAll(/[:?]/g, '')
  const make = (...[params, beside]: Given<Pattern, Query>): string => {
    const values: Values = params ?? {}
    const said: Readonly<Record<string, string>> = beside?.query ?? {}
    const filled = parts.map((part) => (part.startsWith(':') ? encodeURIComponent(values[nameOf(part)] ?? '') : part))
    const query = new URLSearchParams(said).toString()
    const path = `/${filled.filter(isFilled).join('/')}`
    return `${path}${query === '' ? '' : `?${query}`}${beside?.part === undefined ? '' : `#${beside.part}`}`
  }
  /** @returns nothing where a part cannot be what it should be: there is no such page */
  const read = (found: DefaultParams): ParamsOf<Pattern> | undefined => {
    const asked = parts.filter((part) => part.startsWith(':'))
    const leads = asked.every((part) => {
      const value = found[nameOf(part)]
      return value === undefined ? part.endsWith('?') : canBe(nameOf(part), value)
    })
    // The names are those of the pattern, and each that is asked for is there.
    return leads
      ? (Object.fromEntries(asked.map((part) => [nameOf(part), found[nameOf(part)]])) as ParamsOf<Pattern>)
      : undefined
  }
  return Object.assign(make, { pattern, read })
}

/** Every address of the pages, for links and for the router. A page that is not here has none. */
export const address = {
  start: to('/'),
  callback: to('/callback'),
  resident: to('/r/:county/:token'),
  screen: to('/screen/:division'),

  publicList: to('/p/:county'),
  publicCatalogue: to('/p/:county/catalogue'),
  publicAffairs: to('/p/:county/affairs/:kind?'),
  openData: to('/p/:county/open-data'),
  publicOne: to('/p/:county/:id', 'application'),

  city: to('/city/:division?/:indicator?'),
  shared: to('/shared/:kind?'),

  office: to('/office/:division?'),
  register: to('/office/register/:village'),
  propose: to('/office/propose/:division', 'follows'),
  archive: to('/office/archive/:division'),
  settings: to('/office/settings'),
  catalogue: to('/office/catalogue'),
  consultation: to('/office/c/:id'),
  record: to('/office/c/:id/record'),
  affairs: to('/office/affairs/:division'),
  entries: to('/office/affairs/:division/:kind'),
  entry: to('/office/affairs/:division/:kind/:id'),
} as const

/** Where the APIs are, and what everybody may take from them as a file. */
export const apiAddress = {
  county: to('/api/:county'),
  city: to('/api/city'),
  chain: to('/api/:county/public/consultations/:id/chain.ndjson', 'part'),
  openData: to('/api/:county/public/open-data'),
  openDataTable: to('/api/:county/public/open-data.csv'),
} as const
