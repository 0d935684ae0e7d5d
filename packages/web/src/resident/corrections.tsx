import type { PublicConsultation } from '../api/open.ts'
import { showDay } from '../shared/time.ts'
import { useTexts } from '../texts/language.ts'

/** P9g: what the township stopped, corrected or let go on. */
export function Corrections({ consultation: { corrections, suspended } }: { consultation: PublicConsultation }) {
  const { t, language } = useTexts()
  if (corrections.length === 0) return null
  return (
    <section className="card">
      <h2>{t.stepCorrection}</h2>
      {suspended && <p className="warning">{t.publicSuspended}</p>}
      {corrections.map((one) => (
        <blockquote key={one.at}>
          <p>
            <strong>{t.correctionKind[one.kind]}</strong>
          </p>
          <p className="text">{one.text}</p>
          <p className="quiet">
            {t.ground}：{one.ground} · {showDay(one.at, language)}
          </p>
        </blockquote>
      ))}
    </section>
  )
}
