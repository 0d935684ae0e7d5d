import { type Field, type Fields, schemaOf } from '@xieshang/rules'
import { instantOf } from '../shared/time.ts'

/** What a person typed so far: words, ticked options, or rows of the same. */
export type Typed = string | readonly string[] | readonly Draft[]
export type Draft = { readonly [field: string]: Typed }

/** Yuan as people type them, in fen and exactly: 12.5 → 1250. What is no amount stays as it is, for the schema to refuse. */
export function fenOf(yuan: string): number | string {
  const amount = /^(\d{1,9})(?:[.。](\d{1,2}))?$/.exec(yuan.trim())
  return amount === null ? yuan : Number(amount[1]) * 100 + Number((amount[2] ?? '').padEnd(2, '0'))
}

const isEmpty = (typed: Typed | undefined): boolean => typed === undefined || typed.length === 0

function typedValue(field: Field, typed: Typed): unknown {
  switch (field.input) {
    case 'count':
      return typeof typed === 'string' && /^\d+$/.test(typed.trim()) ? Number(typed) : typed
    case 'money':
      return typeof typed === 'string' ? fenOf(typed) : typed
    case 'instant':
      return typeof typed === 'string' ? instantOf(typed) : typed
    case 'rows':
      return (typed as readonly Draft[]).map((row) => bodyOf(field.of, row))
    default:
      return typed
  }
}

/** The body that a draft stands for. What is empty is left out, so that the schema says what is missing. */
export function bodyOf(fields: Fields, draft: Draft): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const typed = draft[name]
      if (isEmpty(typed)) return field.input === 'rows' ? [[name, []]] : []
      return [[name, typedValue(field, typed as Typed)]]
    }),
  )
}

/** An empty draft: one row where at least one is wanted. */
export const emptyDraft = (fields: Fields): Draft =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, Typed] => {
      if (field.input === 'rows') return [name, field.min > 0 ? [emptyDraft(field.of)] : []]
      return [name, field.input === 'choices' ? [] : '']
    }),
  )

export const issuesOf = (fields: Fields, body: unknown) =>
  schemaOf(fields).safeParse(body, { reportInput: true }).error?.issues ?? []

/** The labels on the way to a field, e.g. 组织者 2 · 名称. */
export function labelOf(fields: Fields, path: readonly PropertyKey[], language: 'zh' | 'en'): string {
  const [name, index, ...rest] = path
  const field = typeof name === 'string' ? fields[name] : undefined
  if (field === undefined) return path.map(String).join('.')
  const label = field.label[language]
  if (field.input !== 'rows' || typeof index !== 'number') return label
  const row = `${label} ${index + 1}`
  return rest.length === 0 ? row : `${row} · ${labelOf(field.of, rest, language)}`
}
