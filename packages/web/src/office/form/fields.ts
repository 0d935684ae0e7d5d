import type { Count } from '@xieshang/rules'

export type Option<T extends string = string> = { readonly value: T; readonly label: string }

type Common = { readonly label: string; readonly hint?: string; readonly optional?: boolean }

/** A field of a form, as a step declares it. */
export type FieldSpec = Common &
  (
    | { readonly kind: 'line' | 'text'; readonly max: number; readonly first?: string }
    | { readonly kind: 'day'; readonly first?: string }
    | { readonly kind: 'number' }
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | { readonly kind: 'tick' }
    | { readonly kind: 'ticks'; readonly options: readonly Option[]; readonly first?: readonly string[] }
    /** One entry a line. */
    | { readonly kind: 'lines' }
    /** Votes in favour, against and abstaining, for each item. */
    | { readonly kind: 'counts'; readonly items: readonly { readonly item: number; readonly title: string }[] }
    /** Rows of two words that belong together. */
    | { readonly kind: 'pairs'; readonly labels: readonly [string, string]; readonly first: readonly string[] }
  )

export type FieldSpecs = Readonly<Record<string, FieldSpec>>

type Value<F extends FieldSpec> = F extends { kind: 'ticks' | 'lines' }
  ? string[]
  : F extends { kind: 'tick' }
    ? boolean
    : F extends { kind: 'number' }
      ? number
      : F extends { kind: 'counts' }
        ? Count[]
        : F extends { kind: 'pairs' }
          ? [string, string][]
          : F extends { kind: 'choice'; options: readonly Option<infer V>[] }
            ? V
            : string

export type Values<F extends FieldSpecs> = { readonly [name in keyof F]: Value<F[name]> }

/** What stands in the inputs of each field: most have one, ticks as many as are ticked, counts three for each item. */
export type Raw = Readonly<Record<string, readonly string[]>>

const answersPerItem = 3

function firstOf(field: FieldSpec): readonly string[] {
  switch (field.kind) {
    case 'ticks':
      return field.first ?? []
    case 'pairs':
      return field.first
    case 'tick':
      return []
    case 'choice':
      return [field.options[0]?.value ?? '']
    case 'counts':
      return Array.from({ length: field.items.length * answersPerItem }, () => '')
    case 'line':
    case 'text':
    case 'day':
      return [field.first ?? '']
    case 'number':
    case 'lines':
      return ['']
  }
}

/** An empty input is no number rather than nought. */
const numberOf = (typed: string | undefined): number =>
  typed === undefined || typed.trim() === '' ? NaN : Number(typed)

function read(field: FieldSpec, raw: readonly string[]) {
  switch (field.kind) {
    case 'ticks':
      return raw
    case 'tick':
      return raw.length > 0
    case 'number':
      return numberOf(raw[0])
    case 'lines':
      return (raw[0] ?? '').split('\n').filter((line) => line.trim() !== '')
    case 'counts':
      return field.items.map(({ item }, index): Count => {
        const at = index * answersPerItem
        return { item, yes: numberOf(raw[at]), no: numberOf(raw[at + 1]), abstain: numberOf(raw[at + 2]) }
      })
    case 'pairs':
      return raw.flatMap((one, index) => (index % 2 === 0 ? [[one, raw[index + 1] ?? '']] : []))
    case 'line':
    case 'text':
    case 'day':
    case 'choice':
      return raw[0] ?? ''
  }
}

export const firstRaw = (fields: FieldSpecs): Raw =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, firstOf(field)]))

/** What the inputs say, as the command's body takes it. A field that appeared later begins as it is declared. */
export const valuesOf = <F extends FieldSpecs>(fields: F, raw: Raw): Values<F> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, read(field, raw[name] ?? firstOf(field))]),
  ) as Values<F>
