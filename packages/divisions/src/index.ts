/**
 * The statistical code tree of the city: 1 city, 9 counties, 173 townships, 2,008 villages and communities. Deployments
 * write it into the tables; what runs reads it there.
 */
import { lineOf, type Place, placeCodeOf, placesFrom, within } from '@xieshang/kernel'
import source from '../data/3311.json' with { type: 'json' }

const places = placesFrom(source.places)

/** Every place in the order of the codes, so that a parent comes before what it holds. */
export const allDivisions = (): readonly Place[] => places.all

export const findDivision = places.find

/** The places one level below, in the order of their codes; none for a village or for a code that is no place. */
export const childrenOf = places.childrenOf

export const city = (): Place => {
  const [first] = places.all
  if (first === undefined) throw new Error('the data names no city')
  return first
}

export const counties = (): readonly Place[] => childrenOf(city().code)

/** What a table of a county is given, as lines: its places, what lies above them, and the counties that it hears of (G9). */
export function linesFor(county: string): string[] {
  const own = placeCodeOf(county)
  return places.all.filter(({ code, kind }) => kind === 'county' || within(code, own) || within(own, code)).map(lineOf)
}
