import type { PublicConsultation } from '../api/open.ts'
import { TallyTable } from '../shared/tally.tsx'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'
import { Corrections } from './corrections.tsx'
import { Feedback } from './feedback.tsx'
import { FollowUp } from './followUp.tsx'

/** What everybody may read of a consultation: corrections, outcome, what followed, materials, items. */
export function Details({ consultation }: { consultation: PublicConsultation }) {
  const { t, language } = useTexts()
  const { outcome, notice, items, ended } = consultation
  return (
    <>
      <Corrections consultation={consultation} />
      {ended !== undefined && ended.end !== 'done' && (
        <section className="card" role="status">
          <h2>{t.ended[ended.end]}</h2>
          <p className="quiet">{showDay(ended.at, language)}</p>
          {ended.reason !== undefined && <p className="text">{ended.reason}</p>}
        </section>
      )}
      {outcome !== undefined && (
        <section className="card">
          <h2>{t.outcome}</h2>
          <p>{outcome.text}</p>
          {outcome.attendance !== undefined && (
            <p>{t.outcomeLine(outcome.attendance.listed, outcome.attendance.attended)}</p>
          )}
          {outcome.items.length > 0 && <TallyTable items={outcome.items} />}
          <p className="quiet">{t.publishedUntil(showDay(outcome.from, language), showDay(outcome.until, language))}</p>
        </section>
      )}
      {consultation.followUp !== undefined && <FollowUp followUp={consultation.followUp} />}
      <Feedback consultation={consultation} />
      {notice !== undefined && (
        <section className="card">
          <h2>{t.materials}</h2>
          {notice.materials.map((one) => (
            <details key={one.title}>
              <summary>{one.title}</summary>
              <p className="text">{one.text}</p>
            </details>
          ))}
        </section>
      )}
      {items.length > 0 && (
        <section className="card">
          <h2>{t.stepItems}</h2>
          {items.map((one) => (
            <details key={one.item} open>
              <summary>
                {t.item(one.item)} {one.title}
                {outcome !== undefined && <span className={`badge ${one.status}`}>{t.itemStatus[one.status]}</span>}
              </summary>
              <p>
                <strong>{t.problem}</strong> {one.problem}
              </p>
              <p>
                <strong>{t.solution}</strong> {one.solution}
              </p>
            </details>
          ))}
        </section>
      )}
    </>
  )
}
