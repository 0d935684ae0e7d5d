import type { Item, Key } from '../table/items.ts'
import type { Attribute, Attributes, ValueOf, ValuesOf } from './attributes.ts'
import type { Change } from './change.ts'
import { type FieldsOf, type Template, template } from './template.ts'

/** Partition and sort key. */
type Keys = readonly [partition: string, sort: string]
type KeyFields<K extends Keys> = FieldsOf<K[0]> & FieldsOf<K[1]>
type Whole<K extends Keys, A extends Attributes> = KeyFields<K> & ValuesOf<A>

/** What can be said of any entity. */
export type Described = Pick<
  Entity<Keys, Readonly<Record<string, Keys>>, Attributes>,
  'declared' | 'index' | 'parse'
> & {
  key(fields: never): Key
}

/** What a change of an item means to the outbox. */
type Meaning<F, W> = {
  /** Only that an item appeared means something. */
  readonly once?: boolean
  /**
   * @param fields those of its key
   * @param values the whole item, read only where the key does not say enough
   * @returns undefined where this item, as it now is, means nothing
   */
  change(fields: F, values: () => W): Change | undefined
}

/**
 * An entity as it is declared: everything there is to say of one kind of item, in one place. What is said in words stands in
 * the comment above, which no function carries: what it holds, and by tags `@personal` values and how they are sealed, `@by`
 * whose requests it is written, who `@reads` it by which query, when it `@expires`, what its change means on the `@stream`.
 */
export type Declaration<K extends Keys, I extends Readonly<Record<string, Keys>>, A extends Attributes> = {
  readonly key: K
  /** By name, since one index holds several lists; an item stands in one of them at most. */
  readonly index?: I
  readonly attributes: A
  readonly stream?: Meaning<KeyFields<K>, Whole<K, A>>
}

type Located<K extends Keys> = {
  partition(fields: FieldsOf<K[0]>): string
  sort(fields: FieldsOf<K[1]>): string
  /** What the sort keys with these fields begin with. */
  begin(fields: Partial<FieldsOf<K[1]>>): string
}

type Indexed<K extends Keys> = Located<K> & {
  key(fields: KeyFields<K>): { readonly GSI1PK: string; readonly GSI1SK: string }
}

export type Entity<K extends Keys, I extends Readonly<Record<string, Keys>>, A extends Attributes> = Located<K> & {
  readonly declared: Omit<Declaration<K, I, A>, 'stream'> & {
    readonly stream?: Pick<Meaning<never, never>, 'once'>
  }
  readonly index: { readonly [N in keyof I]: Indexed<I[N]> }
  key(fields: KeyFields<K>): Key
  /** The fields of a key; undefined where it is another entity's. */
  parse(key: Key): KeyFields<K> | undefined
  /** A whole item. */
  item(values: Whole<K, A>): Item
  /** What an item says. @throws Error naming the attribute that is not what it is declared to be */
  read(item: Item): Whole<K, A>
  /** One attribute, of an item of which no more was read: the index holds the card only. */
  value<N extends keyof A & string>(item: Item, name: N): ValueOf<A[N]>
  /** What a new image of an item means to the outbox; undefined where it is another entity's, or means nothing. */
  changeOf(item: Item, appeared: boolean): Change | undefined
}

const located = <K extends Keys>(partition: Template<K[0]>, sort: Template<K[1]>): Located<K> => ({
  partition: partition.write,
  sort: sort.write,
  begin: sort.begin,
})

function indexed<K extends Keys>(at: K): Indexed<K> {
  const [partition, sort] = [template<K[0]>(at[0]), template<K[1]>(at[1])]
  return {
    ...located<K>(partition, sort),
    key: (fields) => ({ GSI1PK: partition.write(fields), GSI1SK: sort.write(fields) }),
  }
}

/** @throws Error where it is not what it is declared to be. What stands there is not said: it may be personal. */
function checked(entity: string, name: string, form: Attribute<unknown> | undefined, kept: unknown): unknown {
  const value = kept === undefined ? undefined : form?.read(kept)
  if (value === undefined) throw new Error(`${entity}: ${name} is not what it is declared to be`)
  return value
}

const written = (attributes: Attributes, values: Readonly<Record<string, unknown>>) =>
  Object.entries(attributes).flatMap(([name, attribute]) =>
    values[name] === undefined ? [] : [[name, attribute.write(values[name])] as const],
  )

function* valuesIn(name: string, attributes: Attributes, item: Item): Generator<readonly [string, unknown]> {
  for (const [attribute, form] of Object.entries(attributes)) {
    const kept = item[attribute]
    if (kept === undefined && 'optional' in form) continue
    yield [attribute, checked(name, attribute, form, kept)]
  }
}

/** Declares an entity. Builders, parsers, the outbox's switch and `docs/table.md` follow from it. */
/* @__NO_SIDE_EFFECTS__ */
export function entity<
  const K extends Keys,
  A extends Attributes,
  const I extends Readonly<Record<string, Keys>> = Record<never, Keys>,
>(declared: Declaration<K, I, A>): Entity<K, I, A> {
  const { attributes, stream } = declared
  const name = declared.key.join(' ')
  const [partition, sort] = [template<K[0]>(declared.key[0]), template<K[1]>(declared.key[1])]
  const key = (fields: KeyFields<K>): Key => ({ PK: partition.write(fields), SK: sort.write(fields) })

  function parse({ PK, SK }: Key): KeyFields<K> | undefined {
    const first = partition.read(PK)
    const second = first === undefined ? undefined : sort.read(SK)
    return second === undefined ? undefined : Object.assign({}, first, second)
  }

  function read(item: Item): Whole<K, A> {
    const fields = parse(item)
    if (fields === undefined) throw new Error(`${name}: the key is another’s`)
    return { ...fields, ...Object.fromEntries(valuesIn(name, attributes, item)) } as Whole<K, A>
  }

  return {
    ...located<K>(partition, sort),
    declared,
    index: Object.fromEntries(Object.entries(declared.index ?? {}).map(([list, at]) => [list, indexed(at)])) as Entity<
      K,
      I,
      A
    >['index'],
    key,
    parse,
    item: (values) => ({ ...key(values), ...Object.fromEntries(written(attributes, values)) }),
    read,
    value: (item, attribute) =>
      checked(name, attribute, attributes[attribute], item[attribute]) as ValueOf<A[typeof attribute]>,
    changeOf(item, appeared) {
      if (stream === undefined || (stream.once === true && !appeared)) return undefined
      const fields = parse(item)
      return fields === undefined ? undefined : stream.change(fields, () => read(item))
    },
  }
}
