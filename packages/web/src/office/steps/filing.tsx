import { filingBodies, filingResults, isFiled } from '@xieshang/rules'
import type { Consultation } from '../../api/staff.ts'
import { allowedTo } from '../../shared/allowedTo.ts'
import { showDay } from '../../shared/time.ts'
import { useTexts } from '../../texts/language.ts'
import type { Acting } from '../acting.ts'
import { CommandForm } from '../commandForm.tsx'

type Body = Consultation['filings'][number]['bodies'][number]

const badges = { acknowledged: 'passed', returned: 'failed' } as const

/** P7: with whom the record was filed, and what each body said of it. */
export function Filings({ acting }: { acting: Acting }) {
  const { t, language } = useTexts()
  const { filings } = acting.consultation
  const returned = filings.at(-1)?.bodies.filter(({ answer }) => answer?.result === 'returned') ?? []
  return (
    <>
      {filings.map((filing, index) => (
        <section key={filing.at} className="inner">
          <p className="good">
            {t.filed}
            {showDay(filing.at, language)}
          </p>
          <ul className="cards">
            {filing.bodies.map((body, at) => (
              <li key={body.name} className="fact">
                <FiledWith body={body} />
                {index === filings.length - 1 && body.answer === undefined && (
                  <Answer acting={acting} body={body} at={at} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {!isFiled(acting.consultation) && returned.length > 0 && (
        <div className="warning">
          {returned.map(({ name, answer }) => (
            <p key={name}>{t.returnedBy(name, answer?.note ?? '')}</p>
          ))}
          <p>{t.returnedHint}</p>
        </div>
      )}
    </>
  )
}

function FiledWith({ body: { body, name, answer } }: { body: Body }) {
  const { t, language } = useTexts()
  return (
    <>
      <p>
        <strong>{name}</strong> <span className="quiet">{filingBodies[body][language]}</span>{' '}
        <span className={`badge ${answer === undefined ? 'waiting' : badges[answer.result]}`}>
          {answer === undefined ? t.filingWaits : filingResults[answer.result][language]}
        </span>
      </p>
      {answer !== undefined && (
        <p className="quiet">
          {answer.note} {showDay(answer.at, language)} {answer.by.name}
        </p>
      )}
    </>
  )
}

function Answer({ acting, body, at }: { acting: Acting; body: Body; at: number }) {
  const { t } = useTexts()
  if (body.body === 'township' && !allowedTo(acting.me, 'direct', acting.consultation.division))
    return <p className="quiet">{t.answersItself(body.name)}</p>
  return <CommandForm acting={acting} command="answerFiling" known={{ body: at }} />
}
