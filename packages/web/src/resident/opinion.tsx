import type { PlaceCode } from '@xieshang/kernel'
import { prose } from '@xieshang/rules'
import { type FormEvent, useState } from 'react'
import { type LinkView, openCounty } from '../api/open.ts'
import { TextArea } from '../shared/fields.tsx'
import { ProblemBox } from '../shared/parts.tsx'
import { useTexts } from '../texts/language.ts'
import { useSend } from './send.ts'

type Props = {
  /** What one writes: an opinion before the vote, or how the outcome is carried out. */
  kind: 'opinion' | 'feedback'
  county: PlaceCode
  token: string
  open: boolean
  written: LinkView['opinions']
  onDone: (view: LinkView) => void
}

const writtenOf = (view: LinkView, kind: Props['kind']) => (kind === 'opinion' ? view.opinions : view.feedback)

/** A text as the county keeps it, by the same rule. */
const asKept = (text: string): string => prose(text.length).parse(text)

/** P3b, P11a: leave an opinion or feedback, and read the answer. */
export function Opinion({ kind, county, token, open, written, onDone }: Props) {
  const { t } = useTexts()
  const words = t.writing[kind]
  const [text, setText] = useState('')
  const [earlier, setEarlier] = useState(false)
  const { submit, busy, error, unanswered } = useSend<string, LinkView, LinkView>(
    {
      send: (content, key) => openCounty(county)[kind](token, content, key),
      ask: () => openCounty(county).link(token),
      stands: (view, content) => writtenOf(view, kind).some((one) => one.text === asKept(content)),
    },
    (sent) => {
      const differs = sent.kind === 'stood' && !sent.same
      // What stands is shown above; a text that was changed since stays in the box until it is sent on purpose.
      if (!differs) setText('')
      setEarlier(differs)
      onDone(sent.kind === 'sent' ? sent.answer : sent.view)
    },
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    setEarlier(false)
    submit(text)
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
      {earlier && (
        <p className="warning" role="status">
          {t.earlierStands}
        </p>
      )}
      <ProblemBox error={error} />
      {unanswered && <p className="hint">{t.sendUnanswered}</p>}
    </section>
  )
}
