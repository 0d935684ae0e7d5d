import { levels, type PlaceCode, placeCode } from '@xieshang/kernel'
import { pack, unpack } from './packed.ts'

/** How a value lies in an item: `read` gives undefined for what is none, `write` what is kept of it. */
export type Attribute<T> = { read(kept: unknown): T | undefined; write(value: T): unknown }

/** One that an item may be without. */
export type Optional<T> = Attribute<T> & { readonly optional: true }

export type Attributes = Readonly<Record<string, Attribute<unknown>>>

export type ValueOf<A> = A extends Attribute<infer T> ? T : never

/** The values of an item with such attributes. */
export type ValuesOf<A extends Attributes> = {
  readonly [K in keyof A as A[K] extends { readonly optional: true } ? never : K]: ValueOf<A[K]>
} & {
  readonly [K in keyof A as A[K] extends { readonly optional: true } ? K : never]?: ValueOf<A[K]>
}

/** What this program wrote itself, and nobody else can: believed to be what it was. */
const believed = <T>(value: unknown): T => value as T

const asItIs = <T>(is: (kept: unknown) => kept is T): Attribute<T> => ({
  read: (kept) => (is(kept) ? kept : undefined),
  write: (value) => value,
})

export const text: Attribute<string> = /* @__PURE__ */ asItIs((kept) => typeof kept === 'string')
export const number: Attribute<number> = /* @__PURE__ */ asItIs((kept) => typeof kept === 'number')
export const bytes: Attribute<Uint8Array> = /* @__PURE__ */ asItIs((kept) => kept instanceof Uint8Array)
export const textSet: Attribute<ReadonlySet<string>> = /* @__PURE__ */ asItIs((kept) => kept instanceof Set)

const places = /* @__PURE__ */ placeCode(...levels)

/** The code of a place. */
export const place: Attribute<PlaceCode> = { read: (kept) => places.safeParse(kept).data, write: (value) => value }

/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const T extends string>(values: readonly T[]): Attribute<T> {
  return { read: (kept) => values.find((value) => value === kept), write: (value) => value }
}

/** A word of the taxonomy, which the rules checked before it was kept. */
/* @__NO_SIDE_EFFECTS__ */
export function word<T extends string>(): Attribute<T> {
  return { read: (kept) => (typeof kept === 'string' ? believed(kept) : undefined), write: (value) => value }
}

/** A value with parts, each an attribute of its own in DynamoDB. */
/* @__NO_SIDE_EFFECTS__ */
export function map<T extends object>(): Attribute<T> {
  return { read: (kept) => (typeof kept === 'object' && kept !== null ? believed(kept) : undefined), write: (v) => v }
}

/** A value as JSON text. @param check what has come from elsewhere is checked by its schema; it throws */
/* @__NO_SIDE_EFFECTS__ */
export function json<T>(check: (value: unknown) => T = believed): Attribute<T> {
  return { read: (kept) => check(JSON.parse(text.read(kept) ?? '')), write: (value) => JSON.stringify(value) }
}

/** The same for a long one, which is zipped beyond a length. */
/* @__NO_SIDE_EFFECTS__ */
export function packed<T>(): Attribute<T> {
  return { read: (kept) => believed(unpack(text.read(kept) ?? '')), write: pack }
}

/* @__NO_SIDE_EFFECTS__ */
export function optional<T>(attribute: Attribute<T>): Optional<T> {
  return { ...attribute, optional: true }
}
