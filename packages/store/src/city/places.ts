import { aboveOf, pathOf } from '@xieshang/kernel'
import type { Key } from '../table/items.ts'
import { counter } from './entities.ts'

/** The places that count a consultation of this place: itself and what holds it, up to the county. */
export const placesOf = (division: string): string[] => pathOf(division, 'county')

/** Where a place's counter lies: with those of its neighbours, below what holds them. */
export const counterKey = (place: string): Key => counter.key({ above: aboveOf(place), place })
