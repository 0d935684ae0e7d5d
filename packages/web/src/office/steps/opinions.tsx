import type { Opinion } from '../../api/staff.ts'
import { opinionsQuery } from '../../queries/consultation.ts'
import { Pages } from '../../queries/pages.tsx'
import { showTime } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type Kind = 'opinion' | 'feedback'

/** P3b, P11a: what people wrote, newest first, each with its answer or the form for it. */
export function Opinions({ acting, kind }: { acting: Acting; kind: Kind }) {
  const { t } = useTexts()
  return (
    <section className="inner">
      <h3>{t.collected[kind].title}</h3>
      <Pages query={opinionsQuery({ county: acting.county, id: acting.consultation.id }, kind)} quiet>
        {({ opinions }, { first }) => (
          <>
            {first && opinions.length === 0 && <p className="quiet">{t.collected[kind].none}</p>}
            {opinions.map((opinion) => (
              <One key={opinion.id} acting={acting} kind={kind} opinion={opinion} />
            ))}
          </>
        )}
      </Pages>
    </section>
  )
}

type OneProps = { readonly acting: Acting; readonly kind: Kind; readonly opinion: Opinion }

function One({ acting, kind, opinion: { id, name, at, text, answer } }: OneProps) {
  const { t, language } = useTexts()
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
          acting={acting}
          command="answerOpinion"
          known={{ opinion: id }}
          label={t.answer}
          aside={() => kind === 'feedback' && <p className="hint">{t.feedbackHint.answer}</p>}
        />
      )}
    </blockquote>
  )
}
