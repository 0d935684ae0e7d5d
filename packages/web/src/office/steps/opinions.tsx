import { useState } from 'react'
import { type Opinion, staffOf } from '../../api/staff.ts'
import { TextArea } from '../../shared/fields.tsx'
import { ProblemBox } from '../../shared/parts.tsx'
import { showTime } from '../../shared/time.ts'
import { useLoad } from '../../shared/useLoad.ts'
import { useTexts } from '../../texts/language.ts'
import { type Acting, may, useCommand } from '../acting.ts'

type Kind = 'opinion' | 'feedback'

const load = (key: string) => {
  const [county = '', id = '', kind = '', cursor = ''] = key.split('/')
  return staffOf(county).opinions(id, kind === 'feedback' ? kind : 'opinion', cursor === '' ? undefined : cursor)
}

/** P3b, P11a: what people wrote, newest first, each with its answer or the form for it. */
export function Opinions({ acting, kind }: { acting: Acting; kind: Kind }) {
  const { t } = useTexts()
  // Kept above the pages: a text that is being written stays when its opinion moves to the next page.
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const write = (id: string, text: string) => setTexts((before) => ({ ...before, [id]: text }))
  return (
    <section className="inner">
      <h3>{t.collected[kind].title}</h3>
      <Page acting={acting} kind={kind} texts={texts} write={write} />
    </section>
  )
}

type Pages = {
  readonly acting: Acting
  readonly kind: Kind
  readonly texts: Readonly<Record<string, string>>
  readonly write: (id: string, text: string) => void
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
  texts,
  write,
  opinion,
  onAnswered,
}: Pages & { opinion: Opinion; onAnswered: () => void }) {
  const { t, language } = useTexts()
  const { send, error, busy } = useCommand(acting)
  const text = texts[opinion.id] ?? ''
  return (
    <blockquote>
      <p>{opinion.text}</p>
      <p className="quiet">
        {opinion.name} · {showTime(opinion.at, language)}
      </p>
      {opinion.answer !== undefined && (
        <p className="answer">
          {t.answered}
          {opinion.answer.text}
        </p>
      )}
      {opinion.answer === undefined && may(acting, 'answerOpinion') && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send('answerOpinion', { opinion: opinion.id, text }).then(onAnswered)
          }}
        >
          <TextArea label={t.answer} value={text} max={1000} onChange={(next) => write(opinion.id, next)} />
          {kind === 'feedback' && <p className="hint">{t.feedbackHint.answer}</p>}
          <ProblemBox error={error} />
          <button type="submit" disabled={busy}>
            {t.answer}
          </button>
        </form>
      )}
    </blockquote>
  )
}
