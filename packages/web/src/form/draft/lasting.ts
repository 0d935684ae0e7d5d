import type { Field, Fields } from '@xieshang/rules'
import { type Draft, groupOf, rowsOf, type Typed } from '../values.ts'

/** Files are handed in by themselves and not kept for long; what is secret lies nowhere but in its field. */
const fleeting: readonly Field['input'][] = ['photo', 'secret']

function lastingIn(field: Field | undefined, typed: Typed): Typed {
  if (field?.input === 'group') return lastingOf(field.of, groupOf(typed))
  if (field?.input === 'rows') return rowsOf(typed).map((row) => lastingOf(field.of, row))
  return typed
}

/** What of a draft is to outlive the page. */
export const lastingOf = (fields: Fields, typed: Draft): Draft =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, one]) => {
      const field = fields[name]
      return field !== undefined && fleeting.includes(field.input) ? [] : [[name, lastingIn(field, one)]]
    }),
  )
