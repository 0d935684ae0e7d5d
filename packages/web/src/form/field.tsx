import type { Field } from '@xieshang/rules'
import { useId } from 'react'
import { useTexts } from '../texts/language.ts'
import { useForm } from './context.ts'
import type { Typed } from './values.ts'

/** Kinds whose parts say by themselves what is wrong with them. */
const made: readonly Field['input'][] = ['rows', 'group']

type Props = {
  readonly field: Field
  readonly path: string
  readonly typed: Typed | undefined
  readonly onChange: (typed: Typed) => void
  /** Before its label, where fields of several rows are called the same. */
  readonly before?: string
}

/** One declared field: its control, and what is wrong with it right below. */
export function FieldView({ field, path, typed, onChange, before = '' }: Props) {
  const { t, language } = useTexts()
  const { ground, wrongAt, Control } = useForm()
  const id = useId()
  const whole = !made.includes(field.input)
  const wrong = wrongAt(path, whole)
  const said = field.says?.(ground)
  const hint = said?.hint ?? field.hint
  const optional = field.optional && field.input !== 'photo' && field.input !== 'papers'
  const wrongId = `${id}-wrong`
  return (
    <div className="with-message" data-path={path} data-whole={whole}>
      <Control
        field={field}
        path={path}
        id={id}
        label={before + (said?.label ?? field.label)[language]}
        hint={[optional ? t.optional : '', hint?.[language] ?? ''].filter((one) => one !== '').join('，')}
        typed={typed}
        wrong={wrong?.text}
        wrongId={wrongId}
        onChange={onChange}
      />
      {wrong !== undefined && (
        <p className="wrong" id={wrongId}>
          {wrong.text}
          {wrong.clause !== undefined && <span className="hint">{t.clause(wrong.clause)}</span>}
        </p>
      )}
    </div>
  )
}
