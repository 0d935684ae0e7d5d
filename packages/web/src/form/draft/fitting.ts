import type { Field, Fields, Ground } from '@xieshang/rules'
import type { Draft, Typed } from '../values.ts'

const isWords = (typed: unknown): typed is string => typeof typed === 'string'
const isList = (typed: unknown): typed is readonly string[] => Array.isArray(typed) && typed.every(isWords)
const isGroup = (typed: unknown): typed is Draft => typeof typed === 'object' && typed !== null && !Array.isArray(typed)
const isRows = (typed: unknown): typed is readonly Draft[] => Array.isArray(typed) && typed.every(isGroup)

function fittingIn(field: Field, typed: unknown, ground: Ground): Typed | undefined {
  switch (field.input) {
    case 'choice':
      return isWords(typed) && (typed === '' || Object.hasOwn(field.options, typed)) ? typed : undefined
    case 'pick':
      return isWords(typed) && (typed === '' || field.from(ground).some(({ value }) => String(value) === typed))
        ? typed
        : undefined
    case 'choices':
      return isList(typed) ? typed.filter((one) => Object.hasOwn(field.options, one)) : undefined
    case 'picks':
    case 'seats':
    case 'villages':
    case 'votes':
      return isList(typed) ? typed : undefined
    case 'group':
      return isGroup(typed) ? fittingOf(field.of, typed, ground) : undefined
    case 'rows':
    case 'people':
    case 'papers':
    case 'matters':
      return isRows(typed) ? typed.map((row) => fittingOf(field.of, row, ground)) : undefined
    case 'beside':
      return isWords(typed) || isList(typed) || isGroup(typed) ? typed : undefined
    default:
      return isWords(typed) ? typed : undefined
  }
}

/**
 * What of a draft fits the form as its fields are declared now: a draft is up to thirty days old, and was perhaps typed
 * into an earlier form. What is gone, or is typed in otherwise, stays behind; the rest is as it was.
 */
export const fittingOf = (fields: Fields, typed: Draft, ground: Ground): Draft =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, one]) => {
      const field = fields[name]
      const fits = field === undefined ? undefined : fittingIn(field, one, ground)
      return fits === undefined ? [] : [[name, fits]]
    }),
  )
