import { type Fields, keysOf } from '@xieshang/rules'
import { useState } from 'react'
import { loadConfig } from '../shared/config.ts'
import { Choices, Field as Labelled, TextArea, TextField, TimeField } from '../shared/fields.tsx'
import { newKey } from '../shared/problem.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import type { Part } from './part.ts'
import { PickConsultation } from './pickConsultation.tsx'
import { type Draft, emptyDraft, type Typed } from './values.ts'

const words = (typed: Typed | undefined): string => (typeof typed === 'string' ? typed : '')

/** One field of a declaration as one control. */
export function Control({ field, typed, division, onChange }: Part) {
  const { t, language } = useTexts()
  const label = `${field.label[language]}${field.optional ? `（${t.optional}）` : ''}`
  const hint = field.hint?.[language]
  const common = {
    label,
    required: !field.optional,
    value: words(typed),
    onChange,
    ...(hint !== undefined && { hint }),
  }
  switch (field.input) {
    case 'line':
      return <TextField {...common} max={field.max} />
    case 'long':
      return <TextArea {...common} max={field.max} />
    case 'instant':
      return <TimeField {...common} />
    case 'day':
      return (
        <Labelled label={label}>
          {(id) => (
            <input
              id={id}
              type="date"
              required={!field.optional}
              value={words(typed)}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Labelled>
      )
    case 'money':
    case 'count':
      return (
        <Labelled
          label={label}
          {...(field.input === 'money' ? { hint: t.affairs.moneyHint } : hint !== undefined && { hint })}
        >
          {(id) => (
            <input
              id={id}
              inputMode={field.input === 'money' ? 'decimal' : 'numeric'}
              required={!field.optional}
              value={words(typed)}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Labelled>
      )
    case 'choice':
      return (
        <Pick
          {...common}
          placeholder={t.choose}
          options={keysOf(field.options).map((value) => ({ value, label: field.options[value]?.[language] ?? value }))}
        />
      )
    case 'choices':
      return (
        <Choices
          legend={label}
          options={keysOf(field.options).map((value) => ({ value, label: field.options[value]?.[language] ?? value }))}
          chosen={Array.isArray(typed) ? (typed as string[]) : []}
          onChange={onChange}
        />
      )
    case 'reference':
      return field.to === 'consultation' ? (
        <PickConsultation {...common} division={division} />
      ) : field.to === 'county' ? (
        <PickCounty {...common} />
      ) : (
        <TextField {...common} max={40} />
      )
    case 'rows':
      return <Rows label={label} of={field.of} max={field.max} typed={typed} division={division} onChange={onChange} />
  }
}

type PickProps = {
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A choice that begins with nothing chosen, so that nothing is chosen by accident. */
function Pick({
  label,
  hint,
  required,
  value,
  onChange,
  options,
  placeholder,
}: PickProps & { placeholder: string; options: readonly { value: string; label: string }[] }) {
  return (
    <Labelled label={label} {...(hint !== undefined && { hint })}>
      {(id) => (
        <select id={id} required={required} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{placeholder}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

function PickCounty(props: PickProps) {
  const { t } = useTexts()
  const { data } = useLoad(loadConfig, 'config')
  const options = (data?.counties ?? []).map(({ code, name }) => ({ value: code, label: name }))
  return <Pick {...props} placeholder={t.affairs.pickCounty} options={options} />
}

function Rows({
  label,
  of,
  max,
  typed,
  division,
  onChange,
}: {
  label: string
  of: Fields
  max: number
  typed: Typed | undefined
  division: string
  onChange: (rows: readonly Draft[]) => void
}) {
  const { t } = useTexts()
  const rows = Array.isArray(typed) ? (typed as readonly Draft[]) : []
  const [keys, setKeys] = useState(() => rows.map(newKey))
  const add = () => {
    onChange([...rows, emptyDraft(of)])
    setKeys([...keys, newKey()])
  }
  const remove = (index: number) => {
    onChange(rows.toSpliced(index, 1))
    setKeys(keys.toSpliced(index, 1))
  }
  return (
    <fieldset className="rows">
      <legend>{label}</legend>
      {rows.map((row, index) => (
        <div className="inner" key={keys[index] ?? index}>
          <div className="row">
            <span className="quiet">{t.affairs.row(index + 1)}</span>
            <button type="button" className="plain" onClick={() => remove(index)}>
              {t.remove}
            </button>
          </div>
          {Object.entries(of).map(([name, field]) => (
            <Control
              key={name}
              field={field}
              typed={row[name]}
              division={division}
              onChange={(value) => onChange(rows.with(index, { ...row, [name]: value }))}
            />
          ))}
        </div>
      ))}
      {rows.length < max && (
        <button type="button" onClick={add}>
          {t.affairs.addRow}
        </button>
      )}
    </fieldset>
  )
}
