import { readdirSync, readFileSync } from 'node:fs'
import * as city from '../src/city/entities.ts'
import * as shared from '../src/city/sharedEntity.ts'
import * as county from '../src/county/entities/index.ts'
import * as seals from '../src/county/entities/seals.ts'
import * as drafts from '../src/drafts/entities.ts'
import type { Described } from '../src/entities/entity.ts'
import * as places from '../src/places/entities.ts'
import type { Key } from '../src/table/items.ts'

/** What the comment above a declaration says: what the entity holds, and the lines of each tag. */
type Words = { readonly holds: string; readonly tags: ReadonlyMap<string, readonly string[]> }

/** An entity by the name under which it is exported. */
export type Named = Described & Words & { readonly name: string }

const read = (path: string): string => readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8')

function wordsOf(comment: string): Words {
  const [holds = '', ...tagged] = comment
    .replace(/\s*\n \*\s*/g, ' ')
    .trim()
    .split(/ ?@(?=[a-z]+ )/)
  const lines = tagged.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const)
  const tags = new Map([...Map.groupBy(lines, ([tag]) => tag)].map(([tag, all]) => [tag, all.map(([, said]) => said)]))
  return { holds, tags }
}

/** The comments of some source, by the entity that they stand above. */
const commentsIn = (source: string): ReadonlyMap<string, Words> =>
  new Map(
    [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const (\w+) = entity\(/g)].map(
      ([, comment = '', name = '']) => [name, wordsOf(comment)],
    ),
  )

const isEntity = (one: unknown): one is Described =>
  typeof one === 'object' && one !== null && 'declared' in one && 'parse' in one

function named(module: Readonly<Record<string, unknown>>, source: string): Named[] {
  const words = commentsIn(source)
  return Object.entries(module).flatMap(([name, one]) =>
    isEntity(one) ? [{ ...one, ...(words.get(name) ?? wordsOf('')), name }] : [],
  )
}

const inCounty = readdirSync(new URL('../src/county/entities/', import.meta.url))

/** Every entity of each table; places and drafts, which county and city both have, apart. */
export const tables = {
  county: named(county, inCounty.map((file) => read(`county/entities/${file}`)).join('\n')),
  city: named({ ...city, ...shared }, ['entities', 'sharedEntity'].map((file) => read(`city/${file}.ts`)).join('\n')),
  seals: named(seals, read('county/entities/seals.ts')),
} as const
export const ofDrafts = named(drafts, read('drafts/entities.ts'))
export const ofBoth = [...named(places, read('places/entities.ts')), ...ofDrafts]
export const everyEntity = [...Object.values(tables).flat(), ...ofBoth]

/** The names of the entities of a table whose key this is: of a good table one. */
export const entitiesOf = (table: keyof typeof tables, key: Key): string[] =>
  [...tables[table], ...ofBoth].flatMap(({ name, parse }) => (parse(key) === undefined ? [] : [name]))
