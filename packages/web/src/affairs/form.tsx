import { type Field, type Fields, issueText, keysOf } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { loadConfig } from '../shared/config.ts'
import { Choices, Field as Labelled, ProblemBox, TextArea, TextField, TimeField } from '../shared/parts.tsx'
import { newKey } from '../shared/problem.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'
import { PickConsultation } from './pickConsultation.tsx'
import { bodyOf, type Draft, emptyDraft, issuesOf, labelOf, type Typed } from './values.ts'

type Part = {
  readonly field: Field
  readonly typed: Typed | undefined
  readonly division: string
  readonly onChange: (typed: Typed) => void
}

const words = (typed: Typed | undefined): string => (typeof typed === 'string' ? typed : '')

/** One field of a declaration as one control. */
function Control({ field, typed, division, onChange }: Part) {
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

/** Any declared fields as a form. What the declaration refuses is said before anything is sent. */
export function EntryForm({
  fields,
  division,
  label,
  first,
  note,
  onSend,
}: {
  fields: Fields
  division: string
  label: string
  first?: Draft
  note?: string
  onSend: (body: Record<string, unknown>, key: string) => Promise<void>
}) {
  const { t, language } = useTexts()
  const [draft, setDraft] = useState<Draft>({ ...emptyDraft(fields), ...first })
  const [sent, setSent] = useState({ text: '', key: '' })
  const [missing, setMissing] = useState<readonly string[]>([])
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const body = bodyOf(fields, draft)
    const issues = issuesOf(fields, body)
    setMissing(issues.map((issue) => `${labelOf(fields, issue.path, language)}：${issueText(issue, language)}`))
    setError(undefined)
    if (issues.length > 0) return
    const text = JSON.stringify(body)
    const key = sent.text === text ? sent.key : newKey()
    setSent({ text, key })
    setBusy(true)
    onSend(body, key)
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <form onSubmit={send}>
      {note !== undefined && <p className="warning">{note}</p>}
      {Object.entries(fields).map(([name, field]) => (
        <Control
          key={name}
          field={field}
          typed={draft[name]}
          division={division}
          onChange={(typed) => setDraft((before) => ({ ...before, [name]: typed }))}
        />
      ))}
      {missing.length > 0 && (
        <div className="problem" role="alert">
          <ul>
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <ProblemBox error={error} />
      <button type="submit" className="primary" disabled={busy}>
        {busy ? t.waiting : label}
      </button>
    </form>
  )
}
