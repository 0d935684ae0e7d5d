import { type FormEvent, useState } from 'react'
import { type LinkView, openCounty } from '../api/open.ts'
import { ProblemBox, TextArea } from '../shared/parts.tsx'
import { newKey } from '../shared/problem.ts'
import { useTexts } from '../texts/language.ts'

type Props = {
  /** What one writes: an opinion before the vote, or how the outcome is carried out. */
  kind: 'opinion' | 'feedback'
  county: string
  token: string
  open: boolean
  written: LinkView['opinions']
  onDone: (view: LinkView) => void
}

/** P3b, P11a: leave an opinion or feedback, and read the answer. */
export function Opinion({ kind, county, token, open, written, onDone }: Props) {
  const { t } = useTexts()
  const words = t.writing[kind]
  const [text, setText] = useState('')
  const [key, setKey] = useState(newKey)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    openCounty(county)
      [kind](token, text, key)
      .then((view) => {
        setText('')
        setKey(newKey())
        setError(undefined)
        onDone(view)
      }, setError)
      .finally(() => setBusy(false))
  }
  return (
    <section className="card">
      <h2>{words.title}</h2>
      {written.map((one) => (
        <blockquote key={one.at}>
          <p>{one.text}</p>
          {one.answer !== undefined && (
            <p className="answer">
              {t.answered}
              {one.answer.text}
            </p>
          )}
        </blockquote>
      ))}
      {open ? (
        <form onSubmit={send}>
          <TextArea label={words.label} value={text} onChange={setText} max={1000} />
          {kind === 'feedback' && <p className="hint">{t.feedbackHint.write}</p>}
          <button type="submit" className="large" disabled={busy || text.trim() === ''}>
            {busy ? t.waiting : words.send}
          </button>
        </form>
      ) : (
        <p className="quiet">{words.closed}</p>
      )}
      <ProblemBox error={error} />
    </section>
  )
}
