import { type Field, type Fields, type Ground, yuanOf } from '@xieshang/rules'
import { instantOf, localOf } from '../shared/time.ts'

/** What a person typed so far: words, ticked options, a group of fields, or rows of them. */
export type Typed = string | readonly string[] | Draft | readonly Draft[]
export type Draft = { readonly [field: string]: Typed }

type Body = Readonly<Record<string, unknown>>

export const wordsOf = (typed: Typed | undefined): string => (typeof typed === 'string' ? typed : '')
export const listOf = (typed: Typed | undefined): readonly string[] =>
  Array.isArray(typed) ? (typed as readonly string[]) : []
export const rowsOf = (typed: Typed | undefined): readonly Draft[] =>
  Array.isArray(typed) ? (typed as readonly Draft[]) : []
export const groupOf = (typed: Typed | undefined): Draft =>
  typeof typed === 'object' && !Array.isArray(typed) ? (typed as Draft) : {}

/** Votes are typed as three numbers for each of what is voted on. */
export const answers = ['yes', 'no', 'abstain'] as const

/** Yuan as people type them, in fen and exactly: 12.5 → 1250. What is no amount stays as it is, for the schema to refuse. */
export function fenOf(yuan: string): number | string {
  const amount = /^(\d{1,9})(?:[.。](\d{1,2}))?$/.exec(yuan.trim())
  return amount === null ? yuan : Number(amount[1]) * 100 + Number((amount[2] ?? '').padEnd(2, '0'))
}

/** A number as people type it; nothing where nothing is typed, and what is none stays for the schema to refuse. */
function numberOf(typed: string | undefined): number | string | undefined {
  const text = (typed ?? '').trim()
  if (text === '') return undefined
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

const instantFrom = (typed: string) => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed) ? instantOf(typed) : typed)

function valueFrom(field: Field, typed: Typed | undefined, ground: Ground): unknown {
  const words = wordsOf(typed)
  switch (field.input) {
    case 'tick':
      return field.optional && typed === undefined ? undefined : words !== ''
    case 'count':
    case 'pick':
      return numberOf(words)
    case 'money':
      return words === '' ? undefined : fenOf(words)
    case 'instant':
      return words === '' ? undefined : instantFrom(words)
    case 'lines':
      return words.split('\n').filter((line) => line.trim() !== '')
    case 'choices':
    case 'picks':
    case 'seats':
    case 'villages': {
      const held = field.input === 'picks' ? field.from(ground).map(({ value }) => String(value)) : undefined
      // What the consultation no longer holds for choosing was chosen in vain.
      const chosen = listOf(typed).filter((one) => held?.includes(one) ?? true)
      if (field.optional && chosen.length === 0) return undefined
      return field.input === 'choices' || field.input === 'villages' ? chosen : chosen.map(Number)
    }
    case 'votes':
      return field.from(ground).map(({ value }, row) => ({
        item: value,
        ...Object.fromEntries(
          answers.map((answer, column) => [answer, numberOf(listOf(typed)[row * answers.length + column])]),
        ),
      }))
    case 'rows':
    case 'people':
    case 'papers':
    case 'matters':
      return rowsOf(typed).map((row) => bodyOf(field.of, row, ground))
    case 'group': {
      if (typed === undefined) return undefined
      const body = bodyOf(field.of, groupOf(typed), ground)
      return field.optional && Object.keys(body).length === 0 ? undefined : body
    }
    case 'beside':
      return typed === undefined || words === typed ? undefined : typed
    case 'now':
      return ground.now
    default:
      return words === '' ? undefined : words
  }
}

/** Everything that a draft says, whether it is asked for or not. What is empty is left out. */
const wholeOf = (fields: Fields, draft: Draft, ground: Ground): Body =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value =
        field.input === 'known' ? (draft[name] ?? ground.known[name]) : valueFrom(field, draft[name], ground)
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** The names of the fields that are asked for, from what is typed so far. */
export function askedFor(fields: Fields, draft: Draft, ground: Ground): string[] {
  const whole = wholeOf(fields, draft, ground)
  return Object.keys(fields).filter((name) => fields[name]?.when?.(whole, ground) !== false)
}

/** The body that a draft stands for. What is empty is left out, so that the schema says what is missing. */
export function bodyOf(fields: Fields, draft: Draft, ground: Ground): Record<string, unknown> {
  const asked = askedFor(fields, draft, ground)
  return Object.fromEntries(Object.entries(wholeOf(fields, draft, ground)).filter(([name]) => asked.includes(name)))
}

/** A value as it would have been typed: the other way round. */
function typedOf(field: Field, value: unknown, ground: Ground): Typed {
  switch (field.input) {
    case 'tick':
      return value === true ? '1' : ''
    case 'money':
      return yuanOf(Number(value))
    case 'instant':
      return localOf(new Date(String(value)))
    case 'lines':
      return (value as readonly string[]).join('\n')
    case 'choices':
    case 'picks':
    case 'seats':
    case 'villages':
      return (value as readonly unknown[]).map(String)
    case 'rows':
    case 'people':
    case 'papers':
    case 'matters':
      return (value as readonly Body[]).map((row) => draftOf(field.of, ground, row))
    case 'group':
      return draftOf(field.of, ground, value as Body)
    default:
      return String(value)
  }
}

function blankOf(field: Field, ground: Ground): Typed {
  switch (field.input) {
    case 'rows':
      return field.min > 0 ? [draftOf(field.of, ground)] : []
    case 'group':
      return draftOf(field.of, ground)
    case 'choices':
    case 'picks':
    case 'seats':
    case 'villages':
    case 'votes':
    case 'people':
    case 'papers':
    case 'matters':
      return []
    default:
      return ''
  }
}

/**
 * What a form begins with: the values that are given, else what its fields begin with, else nothing; one row where at
 * least one is wanted.
 */
export const draftOf = (fields: Fields, ground: Ground, values: Body = {}): Draft =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, { input }]) => input !== 'now' && (input !== 'known' || values[name] !== undefined))
      .map(([name, field]) => {
        const value = values[name] ?? field.first?.(ground)
        return [name, value === undefined ? blankOf(field, ground) : typedOf(field, value, ground)]
      }),
  )
