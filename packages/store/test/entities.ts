import * as city from '../src/city/entities.ts'
import * as county from '../src/county/entities/index.ts'
import * as seals from '../src/county/entities/seals.ts'
import type { Described } from '../src/entities/entity.ts'
import * as places from '../src/places/entities.ts'
import type { Key } from '../src/table/items.ts'

const entitiesIn = (module: Readonly<Record<string, unknown>>): Described[] =>
  Object.values(module).filter(
    (one): one is Described => typeof one === 'object' && one !== null && 'declared' in one && 'parse' in one,
  )

export const ofPlaces = entitiesIn(places)
/** Every entity of each table; the places, which county and city both have, apart. */
export const tables = { county: entitiesIn(county), city: entitiesIn(city), seals: entitiesIn(seals) } as const

/** The names of the entities of a table whose key this is: of a good table one. */
export const entitiesOf = (table: keyof typeof tables, key: Key): string[] =>
  [...tables[table], ...ofPlaces].flatMap(({ declared, parse }) => (parse(key) === undefined ? [] : [declared.name]))
