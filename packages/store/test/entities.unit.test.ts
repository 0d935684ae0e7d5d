import { digitsOf, levels, placeCodeOf } from '@xieshang/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as county from '../src/county/entities/index.ts'
import { streamed } from '../src/county/stream.ts'
import { draft } from '../src/drafts/entities.ts'
import { entitiesOf, everyEntity, type Named, ofBoth, ofDrafts, tables } from './entities.ts'
import { cityKeys, countyKeys, indexKeys } from './keys.ts'

function called(table: keyof typeof tables, name: string): Named {
  const found = [...tables[table], ...ofBoth].find((entity) => entity.name === name)
  if (found === undefined) throw new Error(`No entity is called ${name}`)
  return found
}

function keyOf(table: keyof typeof tables, name: string, fields: unknown): string {
  const { PK, SK } = called(table, name).key(fields as never)
  return `${PK} ${SK}`
}

/** Values that may stand in the fields of a template. */
function fieldsOf(template: string): fc.Arbitrary<Record<string, string | number>> {
  const anyOf = (form: string | undefined): fc.Arbitrary<string | number> => {
    if (form === undefined || form === 'any')
      return fc
        .string({ minLength: 1, unit: 'grapheme' })
        .filter((text) => !(form === 'any' ? /\s/ : /[#\s]/).test(text))
    return form === 'code'
      ? fc.constantFrom(...levels).chain((level) => fc.stringMatching(new RegExp(`^\\d{${digitsOf[level]}}$`)))
      : fc.nat({ max: 10 ** Number(form) - 1 })
  }
  const named = [...template.matchAll(/\{(\w+)(?::(\w+))?\}/g)].map(([, name = '', form]) => [name, anyOf(form)])
  return fc.record(Object.fromEntries(named))
}

const wholeOf = ({ declared }: Named) =>
  fc.tuple(...declared.key.map(fieldsOf)).map((parts) => Object.assign({}, ...parts) as never)

describe('a key', () => {
  it.each(Object.entries(countyKeys))('of a county’s %s lies where it always has', (name, [fields, key]) => {
    expect(keyOf('county', name, fields)).toBe(key)
  })

  it.each(Object.entries(cityKeys))('of the city’s %s lies where it always has', (name, [fields, key]) => {
    expect(keyOf('city', name, fields)).toBe(key)
  })

  it('of every entity is among them', () => {
    expect(Object.keys(countyKeys)).toHaveLength(tables.county.length + ofDrafts.length)
    expect(Object.keys(cityKeys)).toHaveLength(tables.city.length)
  })

  it('of the index stands where it always has', () => {
    for (const [name, lists] of Object.entries(indexKeys))
      for (const [list, [fields, key]] of Object.entries(lists)) {
        const { GSI1PK, GSI1SK } = called('county', name).index[list]?.key(fields) ?? {}
        expect(`${GSI1PK} ${GSI1SK}`).toBe(key)
      }
  })

  it.each(everyEntity.map((entity) => [entity.name, entity] as const))('of a %s says its fields again', (_, entity) => {
    fc.assert(
      fc.property(wholeOf(entity), (fields) => {
        expect(entity.parse(entity.key(fields))).toEqual(fields)
      }),
    )
  })

  it.each(['county', 'city', 'seals'] as const)('of the %s is one entity’s, and no other’s', (table) => {
    for (const entity of [...tables[table], ...ofBoth])
      fc.assert(
        fc.property(wholeOf(entity), (fields) => {
          expect(entitiesOf(table, entity.key(fields))).toEqual([entity.name])
        }),
      )
  })
})

const known = ['personal', 'by', 'reads', 'expires', 'stream']

describe('a declaration', () => {
  it.each(everyEntity.map((entity) => [entity.name, entity] as const))(
    'of a %s says in words what only words can',
    (_, entity) => {
      const { declared, holds, tags } = entity
      expect(holds).toMatch(/^[A-Z].*\.$/)
      expect(tags.get('by')?.join()).toMatch(/^(officer|resident|system)(, (officer|resident|system))*$/)
      expect(tags.get('reads')).toBeDefined()
      expect(tags.has('expires')).toBe('expiresAt' in declared.attributes)
      expect(tags.has('stream')).toBe(declared.stream !== undefined)
      expect([...tags.keys()].filter((tag) => !known.includes(tag))).toEqual([])
    },
  )

  it('of what residents write lies where their function’s policy lets it write', () => {
    const residents = tables.county.filter(({ tags }) => tags.get('by')?.join().includes('resident'))
    expect(new Set(residents.map(({ declared }) => declared.key[0].split('#')[0]))).toEqual(new Set(['FACTS', 'LINK']))
  })

  it('that means something on the stream is asked there', () => {
    const keysOf = (entities: readonly Pick<Named, 'declared'>[]) =>
      entities.map(({ declared }) => declared.key.join(' ')).sort()
    const meaning = everyEntity.filter(({ declared }) => declared.stream !== undefined)
    expect(keysOf(streamed)).toEqual(keysOf(meaning))
  })
})

describe('half a key', () => {
  it('is what those with it begin with, and no item’s', () => {
    expect(draft.begin({ place: placeCodeOf('331102'), about: 'C1' })).toBe('331102#C1#')
    expect(county.seat.begin({})).toBe('SEAT#')
    expect(() => county.seat.key({ consultation: 'C1' } as never)).toThrow('SEAT#{seat:4} without its seat')
  })
})

describe('what is read', () => {
  const label = draft.declared.key.join(' ')
  const kept = {
    sub: 's1',
    place: placeCodeOf('331102'),
    about: 'C1',
    form: 'tell',
    typed: '{}',
    keptAt: 'now',
    expiresAt: 1,
  }

  it('is what was written', () => {
    expect(draft.read(draft.item(kept))).toEqual(kept)
    expect(draft.item(kept)).toEqual({
      ...{ PK: 'DRAFTS#s1', SK: '331102#C1#tell' },
      ...{ form: 'tell', typed: '{}', keptAt: 'now', expiresAt: 1 },
    })
  })

  it('and is not as declared is named by its attribute, and never shown', () => {
    const item = { ...draft.item(kept), typed: 5 }
    expect(() => draft.read(item)).toThrow(`${label}: typed is not what it is declared to be`)
    const { keptAt: _keptAt, ...without } = draft.item(kept)
    expect(() => draft.read({ ...draft.key(kept), ...without })).toThrow(`${label}: keptAt`)
    expect(() => draft.read({ ...item, PK: 'LINK#1' })).toThrow(`${label}: the key is another’s`)
  })

  it('may lack what is optional, and nothing else', () => {
    expect(county.turnout.read(county.turnout.item({ consultation: 'C1', round: 1, version: 1, voted: '' }))).toEqual({
      ...{ consultation: 'C1', round: 1, version: 1, voted: '' },
    })
    expect(county.seatFacts.read(county.seatFacts.item({ consultation: 'C1', seat: 1, reply: undefined }))).toEqual({
      ...{ consultation: 'C1', seat: 1 },
    })
  })
})
