import { aboveOf, type PlaceCode, pathOf } from '@xieshang/kernel'
import type { Key } from '../table/items.ts'
import { counter } from './entities.ts'

/** The places that count a consultation of this place: itself and what holds it, up to the county. */
export const placesOf = (division: PlaceCode): PlaceCode[] => pathOf(division, 'county')

/** Where a place's counter lies: with those of its neighbours, below what holds them. */
export function counterKey(place: PlaceCode): Key {
  const above = aboveOf(place)
  if (above === undefined) throw new Error('The figures of the city are those of its counties')
  return counter.key({ above, place })
}
