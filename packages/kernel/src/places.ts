import { aboveOf, pathOf as codesTo, levelOf, type PlaceCode, placeCodeOf } from './place.ts'

export type PlaceKind = 'city' | 'county' | 'township' | 'village' | 'community'

export type Place = { readonly code: PlaceCode; readonly name: string; readonly kind: PlaceKind }

/** Places known by their codes. A code that is none of them has no place, no path and nothing below it. */
export type Places = {
  /** Every place in the order of the codes, so that a parent comes before what it holds. */
  readonly all: readonly Place[]
  readonly find: (code: string) => Place | undefined
  /** What to call a place: its name, or its code where it is not known. */
  readonly nameOf: (code: string) => string
  /** The places one level below, in the order of their codes. */
  readonly childrenOf: (code: string) => readonly Place[]
  /** The place one level above; none for the topmost. */
  readonly parentOf: (code: string) => Place | undefined
  /** From the topmost down to the place itself. */
  readonly pathOf: (code: string) => Place[]
}

// The official name says it: 社区, …居委会 and …居民委员会 are communities, 村委会 and 村民委员会 are villages.
const communityName = /(社区|居委会|居民委员会)$/

function kindOf(code: PlaceCode, name: string): PlaceKind {
  const level = levelOf(code)
  if (level === 'city' || level === 'county' || level === 'township') return level
  return communityName.test(name) ? 'community' : 'village'
}

/** A line that names a place: its code, a space, its official name. */
export const placeLine = /^\d+ \S.*$/

/** A place as a line, as data and tables keep it. */
export const lineOf = ({ code, name }: Pick<Place, 'code' | 'name'>): string => `${code} ${name}`

function placeOf(line: string): Place {
  const gap = line.indexOf(' ')
  const code = placeCodeOf(line.slice(0, gap))
  const name = line.slice(gap + 1)
  return { code, name, kind: kindOf(code, name) }
}

/** The places that some lines name, whatever their order. */
export function placesFrom(lines: readonly string[]): Places {
  const inOrder = lines.toSorted().map(placeOf)
  const byCode = new Map<string, Place>(inOrder.map((place) => [place.code, place]))
  const all = [...byCode.values()]
  const byParent = Map.groupBy(all, ({ code }) => aboveOf(code))
  const find = (code: string) => byCode.get(code)
  const childrenOf = (place: Place | undefined) => (place === undefined ? [] : (byParent.get(place.code) ?? []))
  const parentOf = (place: Place | undefined) => find((place && aboveOf(place.code)) ?? '')
  const pathOf = (place: Place | undefined) =>
    (place === undefined ? [] : codesTo(place.code)).flatMap((code) => find(code) ?? [])
  return {
    all,
    find,
    nameOf: (code) => find(code)?.name ?? code,
    childrenOf: (code) => childrenOf(find(code)),
    parentOf: (code) => parentOf(find(code)),
    pathOf: (code) => pathOf(find(code)),
  }
}
