import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { cityOperations, countyOperations } from '../src/documents.ts'

const all = [...countyOperations, ...cityOperations]

type Leaf = { readonly at: string; readonly schema: z.ZodType }
type Inside = {
  readonly type: string
  readonly shape?: Record<string, z.ZodType>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly items?: readonly z.ZodType[]
  readonly left?: z.ZodType
  readonly right?: z.ZodType
  readonly in?: z.ZodType
  readonly valueType?: z.ZodType
  readonly getter?: () => z.ZodType
}

/** Every text of a schema, with where it stands; what is made of a text is one text with what is made of it. */
function leaves(schema: z.ZodType | undefined, at: string): Leaf[] {
  if (schema === undefined) return []
  const def = schema.def as unknown as Inside
  if (def.type === 'string') return [{ at, schema }]
  if (def.type === 'pipe') return leaves(def.in, at).map((leaf) => (leaf.at === at ? { at, schema } : leaf))
  return [
    ...Object.entries(def.shape ?? {}).flatMap(([name, one]) => leaves(one, `${at}.${name}`)),
    ...[def.element, def.innerType, def.left, def.right, def.valueType, def.getter?.()].flatMap((one) =>
      leaves(one, at),
    ),
    ...[...(def.options ?? []), ...(def.items ?? [])].flatMap((one) => leaves(one, at)),
  ]
}

const texts = all.flatMap(({ id, params, query, body }) => [
  ...leaves(params, `${id} params`),
  ...leaves(query, `${id} query`),
  ...leaves(body, `${id} body`),
])

/** A table of people, whose cells are looked at one by one, and a draft, whose fields are when the form is sent. */
const lookedAtLater = ['importPeople body', 'putDraft body.typed']

describe('every text that comes in', () => {
  it('is found', () => {
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['addPerson body.name', 'issueNotice body.materials.text', 'apply body.phone']),
    )
  })

  it('is kept without what cannot be seen, or takes none of it', () => {
    const unseen = '\u202E\u200B'
    const tries = [0, 1, 7, 8, 15, 25, 40].flatMap((length) =>
      ['a', '一', '1'].map((one) => `${one}${unseen}${one.repeat(length)}`),
    )
    const through = texts.flatMap(({ at, schema }) =>
      tries.some((typed) => {
        const kept = schema.safeParse(typed)
        return kept.success && /[\u202E\u200B]/.test(JSON.stringify(kept.data))
      })
        ? [at]
        : [],
    )
    expect([...new Set(through)]).toEqual(lookedAtLater)
  })

  it('is nothing where nothing in it can be read, and that is refused where something is needed', () => {
    const taken = texts.flatMap(({ at, schema }) => {
      const needed = !schema.safeParse('').success
      return needed && ['\u200B\u200B', '\u202E', '\u3164'].some((typed) => schema.safeParse(typed).success) ? [at] : []
    })
    expect([...new Set(taken)]).toEqual(lookedAtLater)
  })

  it('that is a day or an instant lies within what can be meant', () => {
    const dated = texts.filter(
      ({ schema }) =>
        ['2026-03-01', '2026-03-01T08:30:00.000Z'].some((typed) => schema.safeParse(typed).success) &&
        !schema.safeParse('abcdefghij').success,
    )
    expect(dated.length).toBeGreaterThan(20)
    const odd = ['0001-01-01', '1999-12-31', '2100-01-01', '9999-12-31'].flatMap((day) => [day, `${day}T08:30:00.000Z`])
    const through = dated.flatMap(({ at, schema }) =>
      odd.flatMap((typed) => (schema.safeParse(typed).success ? [`${at} ${typed}`] : [])),
    )
    expect(through).toEqual([])
  })

  it('that is an instant may come with its offset, and is kept in UTC', () => {
    const instants = texts.filter(
      ({ schema }) => schema.safeParse('2026-03-01T08:30:00.000Z').success && !schema.safeParse('abcdefghij').success,
    )
    expect(instants.length).toBeGreaterThan(5)
    for (const { at, schema } of instants)
      expect(schema.safeParse('2026-03-01T16:30:00+08:00').data, at).toBe('2026-03-01T08:30:00.000Z')
    // What is in the last hours of a day there may be within the bounds here, and the other way round.
    for (const { at, schema } of instants) {
      expect(schema.safeParse('2000-01-01T00:00:00+08:00').success, at).toBe(false)
      expect(schema.safeParse('1999-12-31T20:00:00-08:00').success, at).toBe(true)
    }
  })
})
