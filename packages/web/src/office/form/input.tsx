import type { ReactNode } from 'react'
import { Field } from '../../shared/fields.tsx'
import { useTexts } from '../../texts/language.ts'
import type { Texts } from '../../texts/zh.ts'
import type { FieldSpec } from './fields.ts'

type Props = {
  name: string
  field: FieldSpec
  raw: readonly string[]
  /** What is wrong with it, once that is to be said. */
  wrong: string | undefined
  onChange: (raw: readonly string[]) => void
  onLeave: () => void
}

const votes = ['yes', 'no', 'abstain'] as const

/** A field by its kind, with what is wrong with it right below. */
export function Input(props: Props) {
  const { t } = useTexts()
  const { field, wrong } = props
  const hint = hintOf(field, t)
  const errorId = `${props.name}-wrong`
  const message = wrong !== undefined && (
    <p className="wrong" id={errorId}>
      {wrong}
    </p>
  )
  if (field.kind === 'tick') return <Tick {...props} field={field} />
  if (field.kind === 'ticks' || field.kind === 'counts' || field.kind === 'pairs')
    return (
      <fieldset
        className="group"
        aria-describedby={wrong === undefined ? undefined : errorId}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) props.onLeave()
        }}
      >
        <legend>
          {field.label}
          {hint !== '' && <span className="hint">{hint}</span>}
        </legend>
        <Group {...props} field={field} />
        {message}
      </fieldset>
    )
  return <Single {...props} field={field} errorId={errorId} message={message} />
}

const hintOf = ({ optional, hint }: FieldSpec, t: Texts): string =>
  [optional === true ? t.optional : '', hint ?? ''].filter((one) => one !== '').join('，')

function Tick({ field, raw, onChange }: Props) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={raw.length > 0}
        onChange={(event) => onChange(event.target.checked ? ['1'] : [])}
      />
      <span>{field.label}</span>
    </label>
  )
}

type Grouped = Props & { field: Extract<FieldSpec, { kind: 'ticks' | 'counts' | 'pairs' }> }

function Group(props: Grouped) {
  switch (props.field.kind) {
    case 'ticks':
      return <Ticks {...props} field={props.field} />
    case 'counts':
      return <Counts {...props} field={props.field} />
    case 'pairs':
      return <Pairs {...props} field={props.field} />
  }
}

function Ticks({ field, raw, onChange }: Props & { field: Extract<FieldSpec, { kind: 'ticks' }> }) {
  return (
    <div className="choices">
      {field.options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={raw.includes(value)}
            onChange={(event) => onChange(event.target.checked ? [...raw, value] : raw.filter((one) => one !== value))}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}

function Counts({ field, raw, onChange }: Props & { field: Extract<FieldSpec, { kind: 'counts' }> }) {
  const { t } = useTexts()
  return field.items.map(({ item, title }, row) => (
    <fieldset key={item} className="counts">
      <legend>
        {t.item(item)} {title}
      </legend>
      {votes.map((vote, column) => {
        const at = row * votes.length + column
        return (
          <Field key={vote} label={t[vote]}>
            {(id) => (
              <input
                id={id}
                type="number"
                inputMode="numeric"
                min={0}
                value={raw[at] ?? ''}
                onChange={(event) => onChange(raw.with(at, event.target.value))}
              />
            )}
          </Field>
        )
      })}
    </fieldset>
  ))
}

function Pairs({ field, raw, onChange }: Props & { field: Extract<FieldSpec, { kind: 'pairs' }> }) {
  const { t } = useTexts()
  const rows = Array.from({ length: raw.length / 2 }, (_, row) => row * 2)
  return (
    <>
      {rows.map((at) => (
        <div className="pair row-of-two" key={at}>
          {field.labels.map((label, side) => (
            <Field key={label} label={`${at / 2 + 1}. ${label}`}>
              {(id) => (
                <input
                  id={id}
                  value={raw[at + side] ?? ''}
                  maxLength={80}
                  onChange={(event) => onChange(raw.with(at + side, event.target.value))}
                />
              )}
            </Field>
          ))}
          {rows.length > 1 && (
            <button
              type="button"
              className="plain"
              aria-label={`${t.remove} ${at / 2 + 1}`}
              onClick={() => onChange(raw.toSpliced(at, 2))}
            >
              {t.remove}
            </button>
          )}
        </div>
      ))}
      <button type="button" onClick={() => onChange([...raw, '', ''])}>
        {t.addRow}
      </button>
    </>
  )
}

type SingleField = Extract<FieldSpec, { kind: 'line' | 'text' | 'day' | 'number' | 'choice' | 'lines' }>

function Single({
  field,
  raw,
  wrong,
  onChange,
  onLeave,
  errorId,
  message,
}: Props & { field: SingleField; errorId: string; message: ReactNode }) {
  const { t } = useTexts()
  const value = raw[0] ?? ''
  const hint = hintOf(field, t)
  const common = (id: string) => ({
    id,
    value,
    'aria-invalid': wrong !== undefined,
    ...(wrong !== undefined && { 'aria-describedby': errorId }),
    onBlur: onLeave,
    onChange: (event: { target: { value: string } }) => onChange([event.target.value]),
  })
  const input = (id: string) => {
    switch (field.kind) {
      case 'line':
        return <input {...common(id)} maxLength={field.max} />
      case 'text':
        return <textarea {...common(id)} maxLength={field.max} rows={3} />
      case 'lines':
        return <textarea {...common(id)} rows={3} />
      case 'day':
        return <input {...common(id)} type="date" />
      case 'number':
        return <input {...common(id)} type="number" inputMode="numeric" min={0} />
      case 'choice':
        return (
          <select {...common(id)}>
            {field.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )
    }
  }
  return (
    <div className="with-message">
      <Field label={field.label} {...(hint !== '' && { hint })}>
        {input}
      </Field>
      {message}
    </div>
  )
}
