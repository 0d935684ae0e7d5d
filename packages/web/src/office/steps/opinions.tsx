import { useState } from 'react'
import { staffOf } from '../../api/staff.ts'
import { ProblemBox, TextArea } from '../../shared/parts.tsx'
import { showTime } from '../../shared/time.ts'
import { useLoad } from '../../shared/useLoad.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, useCommand } from '../acting.ts'

const load = (key: string) => {
  const [county = '', id = ''] = key.split('/')
  return staffOf(county).opinions(id)
}

/** P3b, P11a: what people wrote, each with its answer or the form for it. */
export function Opinions({ acting, kind }: { acting: Acting; kind: 'opinion' | 'feedback' }) {
  const { t, language } = useTexts()
  const { data, error, reload } = useLoad(load, `${acting.county}/${acting.consultation.id}`, 5000)
  const { send, error: sendError, busy } = useCommand(acting)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const opinions = data?.opinions.filter((opinion) => opinion.kind === kind)
  return (
    <section className="inner">
      <h3>{t.collected[kind].title}</h3>
      <ProblemBox error={error ?? sendError} />
      {opinions?.length === 0 && <p className="quiet">{t.collected[kind].none}</p>}
      {opinions?.map((opinion) => (
        <blockquote key={opinion.id}>
          <p>{opinion.text}</p>
          <p className="quiet">
            {opinion.name} · {showTime(opinion.at, language)}
          </p>
          {opinion.answer !== undefined ? (
            <p className="answer">
              {t.answered}
              {opinion.answer.text}
            </p>
          ) : (
            may(acting, 'answerOpinion') && (
              <form
                onSubmit={(event) => {
                  event.preventDefault()
                  void send('answerOpinion', { opinion: opinion.id, text: texts[opinion.id] ?? '' }).then(reload)
                }}
              >
                <TextArea
                  label={t.answer}
                  value={texts[opinion.id] ?? ''}
                  max={1000}
                  onChange={(text) => setTexts({ ...texts, [opinion.id]: text })}
                />
                {kind === 'feedback' && <p className="hint">{t.feedbackHint.answer}</p>}
                <button type="submit" disabled={busy}>
                  {t.answer}
                </button>
              </form>
            )
          )}
        </blockquote>
      ))}
    </section>
  )
}
