import { type ReactNode, useId } from 'react'
import { eventName } from '../texts/events.ts'
import { switchLanguage, useTexts } from '../texts/language.ts'
import { ApiFailure } from './problem.ts'
import { showTime } from './time.ts'

export function Loading() {
  const { t } = useTexts()
  return (
    <p className="quiet" role="status">
      {t.loading}
    </p>
  )
}

/** What went wrong, in the API's own sentence, with its clause and what others changed. */
export function ProblemBox({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t, language } = useTexts()
  if (error === null || error === undefined) return null
  const problem = error instanceof ApiFailure ? error.problem : undefined
  const text = problem === undefined ? t.offline : problem.detail || t.failed
  return (
    <div className="problem" role="alert">
      <p>{text}</p>
      {problem?.clause !== undefined && <p className="quiet">{t.clause(problem.clause)}</p>}
      {problem?.errors !== undefined && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((one) => (
            <li key={`${one.field}${one.detail}`}>
              {one.field}：{one.detail}
            </li>
          ))}
        </ul>
      )}
      {problem?.changes !== undefined && (
        <ul>
          {problem.changes.map((one) => (
            <li key={one.number}>
              {t.changedBy(one.own ? t.yourself : one.by, eventName(one.type, language), showTime(one.at, language))}
            </li>
          ))}
        </ul>
      )}
      {retry !== undefined && (
        <button type="button" onClick={retry}>
          {t.retry}
        </button>
      )}
    </div>
  )
}

export function Field({
  label,
  hint,
  children,
}: {
  label: string
  hint?: string
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {hint !== undefined && <span className="hint">{hint}</span>}
      </label>
      {children(id)}
    </div>
  )
}

type TextProps = {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  required?: boolean
  max?: number
}

export function TextField({ label, hint, value, onChange, required = true, max = 80 }: TextProps) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(id) => (
        <input
          id={id}
          value={value}
          maxLength={max}
          required={required}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function TextArea({ label, hint, value, onChange, required = true, max = 2000 }: TextProps) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(id) => (
        <textarea
          id={id}
          value={value}
          maxLength={max}
          required={required}
          rows={3}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function TimeField({ label, value, onChange, required = true }: Omit<TextProps, 'max'>) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="datetime-local"
          value={value}
          required={required}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function Select<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}) {
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen !== undefined) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

export function Choices<T extends string>({
  legend,
  options,
  chosen,
  onChange,
}: {
  legend: string
  options: readonly { value: T; label: string }[]
  chosen: readonly T[]
  onChange: (chosen: T[]) => void
}) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

export function LanguageSwitch() {
  const { t } = useTexts()
  return (
    <button type="button" className="plain" onClick={switchLanguage}>
      {t.language}
    </button>
  )
}

export function TallyTable({
  items,
}: {
  items: readonly {
    item: number
    yes: number
    no: number
    abstain: number
    base: number
    result: 'passed' | 'failed' | 'noQuorum' | 'tooFew'
  }[]
}) {
  const { t } = useTexts()
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th>{t.itemTitle}</th>
            <th>{t.yes}</th>
            <th>{t.no}</th>
            <th>{t.abstain}</th>
            <th>{t.base}</th>
            <th>{t.result}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.item}>
              <td>{t.item(one.item)}</td>
              <td>{one.yes}</td>
              <td>{one.no}</td>
              <td>{one.abstain}</td>
              <td>{one.base}</td>
              <td>
                <span className={`badge ${one.result}`}>{t.results[one.result]}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
