import type { Text } from '@xieshang/kernel'
import * as z from 'zod'
import { countyCode, photoId, prose, day as typedDay, typedInstant, words } from '../consultation/primitives.ts'
import { keysOf } from '../taxonomy/keys.ts'
import { type Control, type Field, type Fields, type Options, schemaOf } from './field.ts'

const required = { optional: false } as const

/** One line of words. */
export const line = (label: Text, max = 80) => ({ ...required, input: 'line', max, label, schema: words(max) }) as const

/** A person's name: no digits, so that no phone number ends up in it. */
export const personName = (label: Text) =>
  ({ ...required, input: 'line', max: 40, label, schema: words(40).regex(/^\P{Nd}*$/u) }) as const

/** What nobody may read back: typed, sent, and kept nowhere on the way. */
export const secret = <S extends z.ZodType>(label: Text, max: number, schema: S) =>
  ({ ...required, input: 'secret', max, label, schema }) as const

export const long = (label: Text, max = 2000) =>
  ({ ...required, input: 'long', max, label, schema: words(max) }) as const

/** Words that may stay away, and then are none. */
export const longOrNone = (label: Text, max = 1000) =>
  ({ optional: true, input: 'long', max, label, schema: prose(max).default('') }) as const

export const lineOrNone = (label: Text, max = 80) =>
  ({ optional: true, input: 'line', max, label, schema: prose(max).default('') }) as const

/** Yes or no. */
export const tick = (label: Text) => ({ ...required, input: 'tick', label, schema: z.boolean() }) as const

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

/** One or several of the options, in any order. */
export const several = <O extends Options>(label: Text, options: O) =>
  ({
    ...required,
    input: 'choices',
    options,
    label,
    schema: z
      .array(z.enum(keysOf(options)))
      .min(1)
      .max(Object.keys(options).length),
  }) as const

/** One or several of the options, each once. */
export const choices = <O extends Options>(label: Text, options: O) => {
  const field = several(label, options)
  return { ...field, schema: field.schema.refine((chosen) => new Set(chosen).size === chosen.length) } as const
}

/** A list of rows, each with the same fields. */
export const rows = <F extends Fields>(label: Text, of: F, min = 0, max = 200) =>
  ({ ...required, input: 'rows', of, min, max, label, schema: z.array(schemaOf(of)).min(min).max(max) }) as const

/** Fields that belong together, as one value. */
export const group = <F extends Fields>(label: Text, of: F) =>
  ({ ...required, input: 'group', of, label, schema: schemaOf(of) }) as const

type From = Extract<Control, { input: 'pick' | 'picks' }>['from']

/** One of what the consultation holds, by its number. */
export const pick = <S extends z.ZodType<number>>(label: Text, from: From, schema: S) =>
  ({ ...required, input: 'pick', from, label, schema }) as const

/** Several of it. */
export const picks = <S extends z.ZodType<number[]>>(label: Text, from: From, schema: S) =>
  ({ ...required, input: 'picks', from, label, schema }) as const

/** Votes on each of what is voted on. */
export const votes = <S extends z.ZodType>(label: Text, from: From, schema: S) =>
  ({ ...required, input: 'votes', from, label, schema }) as const

/** People of the list, by the numbers of their seats. */
export const seats = <S extends z.ZodType>(
  label: Text,
  who: Omit<Extract<Control, { input: 'seats' }>, 'input'>,
  schema: S,
) => ({ ...required, input: 'seats', ...who, label, schema }) as const

/** One entry a line. */
export const lines = <S extends z.ZodType>(label: Text, schema: S) =>
  ({ ...required, input: 'lines', label, schema }) as const

/** A picture that was handed in before. */
export const photo = (label: Text) => ({ optional: true, input: 'photo', label, schema: photoId.optional() }) as const

const unsaid: Text = { zh: '', en: '' }

/** What is known from where the form stands. */
export const known = <S extends z.ZodType>(schema: S) =>
  ({ ...required, input: 'known', label: unsaid, schema }) as const

/** The moment at which it is sent. */
export const sentAt = () => ({ ...required, input: 'now', label: unsaid, schema: typedInstant }) as const

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
  ({ ...required, input: 'reference', to: 'county', label, schema: countyCode }) as const

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

/** Fen as yuan, exactly: 123450 → 1234.50. */
export const yuanOf = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${Math.trunc(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
