import { useState } from 'react'
import { type Opinion, staffOf } from '../../api/staff.ts'
import { ProblemBox } from '../../shared/parts.tsx'
import { showTime } from '../../shared/time.ts'
import { useLoad } from '../../shared/useLoad.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type Kind = 'opinion' | 'feedback'

const load = (key: string) => {
  const [county = '', id = '', kind = '', cursor = ''] = key.split('/')
  return staffOf(county).opinions(id, kind === 'feedback' ? kind : 'opinion', cursor === '' ? undefined : cursor)
}

/** P3b, P11a: what people wrote, newest first, each with its answer or the form for it. */
export function Opinions({ acting, kind }: { acting: Acting; kind: Kind }) {
  const { t } = useTexts()
  return (
    <section className="inner">
      <h3>{t.collected[kind].title}</h3>
      <Page acting={acting} kind={kind} />
    </section>
  )
}

type Pages = {
  readonly acting: Acting
  readonly kind: Kind
}

/** One page, and behind it the next once it is asked for: each begins where the one before ends now. */
function Page({ cursor = '', ...pages }: Pages & { cursor?: string }) {
  const { acting, kind } = pages
  const { t } = useTexts()
  const { data, error, reload } = useLoad(load, `${acting.county}/${acting.consultation.id}/${kind}/${cursor}`, 5000)
  const [further, setFurther] = useState(false)
  return (
    <>
      <ProblemBox error={error} />
      {cursor === '' && data?.opinions.length === 0 && <p className="quiet">{t.collected[kind].none}</p>}
      {data?.opinions.map((opinion) => (
        <One key={opinion.id} {...pages} opinion={opinion} onAnswered={reload} />
      ))}
      {data?.cursor !== undefined &&
        (further ? (
          <Page {...pages} cursor={data.cursor} />
        ) : (
          <button type="button" onClick={() => setFurther(true)}>
            {t.more}
          </button>
        ))}
    </>
  )
}

function One({
  acting,
  kind,
  opinion: { id, name, at, text, answer },
  onAnswered,
}: Pages & { opinion: Opinion; onAnswered: () => void }) {
  const { t, language } = useTexts()
  const onDone: Acting['onDone'] = (view) => {
    acting.onDone(view)
    onAnswered()
  }
  return (
    <blockquote>
      <p>{text}</p>
      <p className="quiet">
        {name} · {showTime(at, language)}
      </p>
      {answer !== undefined && (
        <p className="answer">
          {t.answered}
          {answer.text}
        </p>
      )}
      {answer === undefined && (
        <CommandForm
          acting={{ ...acting, onDone }}
          command="answerOpinion"
          known={{ opinion: id }}
          label={t.answer}
          aside={() => kind === 'feedback' && <p className="hint">{t.feedbackHint.answer}</p>}
        />
      )}
    </blockquote>
  )
}
