import type { Text } from '@xieshang/kernel'
import * as z from 'zod'
import { day as typedDay, typedInstant, words } from '../consultation/primitives.ts'
import { keysOf } from '../taxonomy/keys.ts'

export type Options = Readonly<Record<string, Text>>

/** How a field is typed in; the web has one control for each, and no more. */
export type Control =
  | { readonly input: 'line' | 'long'; readonly max: number }
  | { readonly input: 'day' | 'instant' | 'money' }
  | { readonly input: 'count'; readonly min: number; readonly max: number }
  | { readonly input: 'choice' | 'choices'; readonly options: Options }
  | { readonly input: 'rows'; readonly of: Fields; readonly min: number; readonly max: number }
  | { readonly input: 'reference'; readonly to: 'consultation' | 'county' | 'entry' }

/** One field of an entry or an act: what people read beside it, how it is typed in, and what is accepted. */
export type Field<S extends z.ZodType = z.ZodType> = Control & {
  readonly label: Text
  readonly hint?: Text
  readonly optional: boolean
  readonly schema: S
}

export type Fields = { readonly [name: string]: Field }

/** The validated values of declared fields. */
export type Values<F extends Fields> = z.output<z.ZodObject<{ -readonly [K in keyof F]: F[K]['schema'] }>>

/** The schema that the API validates by and its description is made of. */
export const schemaOf = <F extends Fields>(fields: F) =>
  z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])) as {
      -readonly [K in keyof F]: F[K]['schema']
    },
  )

const required = { optional: false } as const

/** One line of words. */
export const line = (label: Text, max = 80) => ({ ...required, input: 'line', max, label, schema: words(max) }) as const

/** A person's name: no digits, so that no phone number ends up in it. */
export const personName = (label: Text) =>
  ({ ...required, input: 'line', max: 40, label, schema: words(40).regex(/^\P{Nd}*$/u) }) as const

export const long = (label: Text, max = 2000) =>
  ({ ...required, input: 'long', max, label, schema: words(max) }) as const

/** A calendar day of the place. */
export const day = (label: Text) => ({ ...required, input: 'day', label, schema: typedDay }) as const

/** An instant in UTC, typed in as the place's time. */
export const moment = (label: Text) => ({ ...required, input: 'instant', label, schema: typedInstant }) as const

/** Money in fen; people type and read yuan. At most a hundred million yuan. */
export const money = (label: Text) =>
  ({ ...required, input: 'money', label, schema: z.int().min(1).max(10_000_000_000) }) as const

export const count = (label: Text, min = 0, max = 100_000) =>
  ({ ...required, input: 'count', min, max, label, schema: z.int().min(min).max(max) }) as const

export const choice = <O extends Options>(label: Text, options: O) =>
  ({ ...required, input: 'choice', options, label, schema: z.enum(keysOf(options)) }) as const

/** One or several of the options, each once. */
export const choices = <O extends Options>(label: Text, options: O) =>
  ({
    ...required,
    input: 'choices',
    options,
    label,
    schema: z
      .array(z.enum(keysOf(options)))
      .min(1)
      .max(Object.keys(options).length)
      .refine((chosen) => new Set(chosen).size === chosen.length),
  }) as const

/** A list of rows, each with the same fields. */
export const rows = <F extends Fields>(label: Text, of: F, min = 0, max = 200) =>
  ({ ...required, input: 'rows', of, min, max, label, schema: z.array(schemaOf(of)).min(min).max(max) }) as const

/** The consultation that something belongs to; the rule wants it to exist at the same place. */
export const consultationReference = (label: Text) =>
  ({
    ...required,
    input: 'reference',
    to: 'consultation',
    label,
    schema: z.string().regex(/^[0-9A-Za-z]{8,40}$/),
  }) as const

export const countyReference = (label: Text) =>
  ({ ...required, input: 'reference', to: 'county', label, schema: z.string().regex(/^\d{6}$/) }) as const

export const entryReference = (label: Text) =>
  ({ ...required, input: 'reference', to: 'entry', label, schema: z.string().regex(/^[0-9A-Za-z]{8,40}$/) }) as const

type Optional<F extends Field> = Omit<F, 'optional' | 'schema'> & {
  readonly optional: true
  readonly schema: z.ZodOptional<F['schema']>
}

/** The same field, which may be left out. */
export const optional = <F extends Field>(field: F): Optional<F> => ({
  ...field,
  optional: true,
  schema: field.schema.optional() as z.ZodOptional<F['schema']>,
})

/** The same field with a word of explanation. */
export const hinted = <F extends Field>(field: F, hint: Text) => ({ ...field, hint })

/** Every reference to a consultation among the values, with the path of its field. */
export function consultationsIn(fields: Fields, values: Readonly<Record<string, unknown>>): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (field.input === 'reference' && field.to === 'consultation' && typeof value === 'string') found.set(value, name)
    if (field.input === 'rows' && Array.isArray(value))
      for (const [index, row] of value.entries())
        for (const [id, path] of consultationsIn(field.of, row as Record<string, unknown>))
          found.set(id, `${name}.${index}.${path}`)
  }
  return found
}

/** Fen as yuan, exactly: 123450 → 1234.50. */
export const yuanOf = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${Math.trunc(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
