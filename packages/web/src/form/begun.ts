import type { Field, Fields } from '@xieshang/rules'
import { type Draft, groupOf, type Typed } from './values.ts'

/** What a form shows: what somebody typed over what it begins with; of a group, field by field. */
export const typedOver = (fields: Fields, begun: Draft, typed: Draft): Draft => ({
  ...begun,
  ...Object.fromEntries(
    Object.entries(typed).map(([name, value]) => {
      const field = fields[name]
      const whole = field?.input === 'group' ? typedOver(field.of, groupOf(begun[name]), groupOf(value)) : value
      return [name, whole]
    }),
  ),
})

/**
 * What of a field somebody typed: what differs from what it begins with, so that the rest follows what others change
 * meanwhile. Nothing where it is as it began.
 */
export function typedOf(field: Field | undefined, begun: Typed | undefined, value: Typed): Typed | undefined {
  if (field?.input !== 'group') return JSON.stringify(value) === JSON.stringify(begun) ? undefined : value
  const typed = Object.entries(groupOf(value)).flatMap(([name, one]) => {
    const own = typedOf(field.of[name], groupOf(begun)[name], one)
    return own === undefined ? [] : [[name, own] as const]
  })
  return typed.length === 0 ? undefined : Object.fromEntries(typed)
}
