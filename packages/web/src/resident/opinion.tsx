import { type FormEvent, useState } from 'react'
import { type LinkView, openCounty } from '../api/open.ts'
import { ProblemBox, TextArea } from '../shared/parts.tsx'
import { newKey } from '../shared/problem.ts'
import { useTexts } from '../texts/language.ts'

type Props = {
  county: string
  token: string
  open: boolean
  opinions: LinkView['opinions']
  onDone: (view: LinkView) => void
}

/** P3b: leave an opinion and read the answer. */
export function Opinion({ county, token, open, opinions, onDone }: Props) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [key, setKey] = useState(newKey)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    openCounty(county)
      .opinion(token, text, key)
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
      <h2>{t.yourOpinion}</h2>
      {opinions.map((one) => (
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
          <TextArea label={t.yourOpinion} value={text} onChange={setText} max={1000} />
          <button type="submit" className="large" disabled={busy || text.trim() === ''}>
            {busy ? t.waiting : t.leaveOpinion}
          </button>
        </form>
      ) : (
        <p className="quiet">{t.opinionsClosed}</p>
      )}
      <ProblemBox error={error} />
    </section>
  )
}
