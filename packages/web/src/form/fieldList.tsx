import type { Field, Fields, Ground } from '@xieshang/rules'
import { useForm } from './context.ts'
import { FieldView } from './field.tsx'
import { askedFor, type Draft, type Typed } from './values.ts'

/** What nobody sees, since it is known or filled in by another control. */
const unseen: readonly Field['input'][] = ['known', 'now', 'beside']

/** The names of the fields that are shown: what fills in another field instead of its own stays to be seen. */
export const shownFields = (fields: Fields, draft: Draft, ground: Ground): string[] => {
  const asked = askedFor(fields, draft, ground)
  return Object.keys(fields).filter((name) => {
    const input = fields[name]?.input
    return input !== undefined && !unseen.includes(input) && (input === 'people' || asked.includes(name))
  })
}

/** The fields that are asked for, from what is typed so far. */
export function FieldList({
  fields,
  path,
  draft,
  onChange,
  before,
}: {
  fields: Fields
  /** Of what holds them, with its dot; empty for a form's own. */
  path: string
  draft: Draft
  onChange: (name: string, typed: Typed) => void
  before?: string
}) {
  const { ground } = useForm()
  return shownFields(fields, draft, ground).map((name) => {
    const field = fields[name]
    return field === undefined ? null : (
      <FieldView
        key={name}
        field={field}
        path={`${path}${name}`}
        typed={draft[name]}
        onChange={(typed) => onChange(name, typed)}
        {...(before !== undefined && { before })}
      />
    )
  })
}
