import { tenantOf } from '@xieshang/kernel'
import { useState } from 'react'
import { openCounty, type PublicConsultation } from '../api/open.ts'
import { ProblemBox } from '../shared/parts.tsx'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

type Answered = NonNullable<PublicConsultation['followUp']>['feedback']

/** P11a: feedback that was answered, newest answer first; older ones when they are asked for. */
export function Feedback({ consultation: { id, division, followUp } }: { consultation: PublicConsultation }) {
  const { t } = useTexts()
  const [older, setOlder] = useState<{ readonly feedback: Answered; readonly cursor?: string }>()
  const [error, setError] = useState<unknown>()
  const newest = followUp?.feedback ?? []
  if (newest.length === 0) return null
  const cursor = older === undefined ? followUp?.moreFeedback : older.cursor
  const more = (from: string) =>
    openCounty(tenantOf(division))
      .feedbackOf(id, from)
      .then((page) => {
        setOlder({ ...page, feedback: [...(older?.feedback ?? []), ...page.feedback] })
        setError(undefined)
      }, setError)
  return (
    <section className="card">
      <h2>{t.feedbackAnswered}</h2>
      <Answers feedback={newest} />
      <Answers feedback={older?.feedback ?? []} />
      <ProblemBox error={error} />
      {cursor !== undefined && (
        <button type="button" className="large" onClick={() => void more(cursor)}>
          {t.more}
        </button>
      )}
    </section>
  )
}

function Answers({ feedback }: { feedback: Answered }) {
  const { t, language } = useTexts()
  return feedback.map((one) => (
    <blockquote key={`${one.at}${one.answer.at}`}>
      <p>{one.text}</p>
      <p className="answer">
        {t.answered}
        {one.answer.text} <span className="quiet">{showDay(one.answer.at, language)}</span>
      </p>
    </blockquote>
  ))
}
