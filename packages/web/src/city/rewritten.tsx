import { Link } from 'wouter'
import { rewrittenIn } from '../api/city.ts'
import { showTime } from '../shared/time.ts'
import { useLoad } from '../shared/useLoad.ts'
import { useTexts } from '../texts/language.ts'

/** E4: consultations of which a county says something else than it did. Nothing is shown where there is none. */
export function Rewritten() {
  const { t, language } = useTexts()
  const { data } = useLoad(rewrittenIn, 'rewritten', 60_000)
  if (data === undefined || data.rewritten.length === 0) return null
  return (
    <section className="card overdue">
      <h2>
        {t.chain.rewritten} <span className="badge overdue">{data.rewritten.length}</span>
      </h2>
      <p className="quiet">{t.chain.rewrittenWhy}</p>
      <ul>
        {data.rewritten.map((one) => (
          <li key={`${one.consultation} ${one.event} ${one.later}`}>
            <Link href={`/p/${one.county}/${one.consultation}`}>{one.title}</Link>{' '}
            <span className="quiet">
              {one.countyName} {one.divisionName} · {t.chain.rewrittenAt(one.event, showTime(one.at, language))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
