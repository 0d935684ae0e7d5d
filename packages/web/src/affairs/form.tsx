import { type Fields, issueText } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { ProblemBox } from '../shared/parts.tsx'
import { newKey } from '../shared/problem.ts'
import { useTexts } from '../texts/language.ts'
import { Control } from './control.tsx'
import { bodyOf, type Draft, emptyDraft, issuesOf, labelOf } from './values.ts'

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
